import { type Request, Router } from 'express'
import { z } from 'zod'
import { productNames } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm } from '../platform/forms.ts'
import { declineReview, publishReview, reviewStateOf, reviewsToModerate } from '../reviews/index.ts'
import { actorOf, changes } from './change.ts'

const verdictForm = z.object({
  verdict: z.enum(['published', 'declined'], 'shared.form.wrong'),
  version: z.coerce.number().int().positive(),
  reason: z.string().trim().max(500, 'shared.form.too-long').default(''),
})
const reviewId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** Reviews that wait to be read: `/admin/reviews`. */
export function reviewRoutes(): Router {
  const routes = Router()
  routes.get('/admin/reviews', requires('moderate-reviews'), async (req, res) => {
    await res.page('admin/reviews', { ...(await waiting(req)), form: blankForm() })
  })
  routes.post(
    '/admin/reviews/:review',
    ...changes(
      {
        ...{ right: 'moderate-reviews', action: 'review-decided' },
        subject: (req) => `review ${req.params.review}`,
        state: (tx, req) => reviewStateOf(tx, idIn(req)),
      },
      verdictForm,
      async (req, res, form) => {
        if (!form.ok) throw new NotFound('review')
        const { verdict, version, reason } = form.value
        const decision = { reviewId: idIn(req), version, actor: actorOf(req) }
        const refused = verdict === 'declined' && reason === '' ? 'no-reason' : undefined
        const outcome = refused
          ? { refused }
          : verdict === 'published'
            ? await publishReview(decision)
            : await declineReview({ ...decision, reason })
        if (outcome.refused === 'unknown') throw new NotFound('review')
        if (outcome.refused) {
          const told = form.refuse(`admin.review.${outcome.refused}`)
          return res.status(409).page('admin/reviews', { ...(await waiting(req)), form: told })
        }
        notify(req, { key: `admin.done.review-${verdict}` })
        res.redirect(303, req.addressTo('/admin/reviews'))
      },
    ),
  )
  return routes
}

async function waiting(req: Request) {
  const reviews = await reviewsToModerate()
  const names = await productNames(
    reviews.map(({ productId }) => productId),
    req.locale,
  )
  return { reviews: reviews.map((review) => ({ ...review, product: names.get(review.productId) ?? null })) }
}

function idIn(req: Request): number {
  return reviewId.catch(0).parse(req.params.review)
}
