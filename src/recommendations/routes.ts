import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { findProductName } from '../catalogue/index.ts'
import { notify, ownAddress } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { takes } from '../platform/forms.ts'
import { dismiss } from './dismissals.ts'
import { type Placement, placements } from './placement.ts'
import { recordShown } from './record-shown.ts'
import type { Recorder } from './recorder.ts'
import type { Source } from './source.ts'
import { type Lent, widget } from './widget.ts'

interface Deps {
  recommender: Source
  recorder: Recorder
}

const slug = z.string().min(1).max(200)
/** One, several or none. */
const product = z
  .union([slug.transform((one) => [one]), z.array(slug).max(100)])
  .optional()
  .catch(undefined)
const query = z.object({ product })
const dismissalForm = z.object({
  slug,
  product,
  back: z.string().max(2_000).default('/'),
})

/** What is recommended in a place: a piece of its page, or a small page for who has no script (`/recommendations/…`). */
export function recommendationRoutes({ recommender, recorder }: Deps, lent: Lent): Router {
  const routes = Router()

  routes.get('/recommendations/:placement', async (req, res) => {
    const placement = placementOf(req)
    const slugs = query.parse(req.query).product ?? []
    if (placement === 'product' && !(await findProductName(slugs[0] ?? '', req.locale))) {
      throw new NotFound('product')
    }
    await show(req, res, { placement, slugs })
  })

  routes.post(
    '/recommendations/:placement/dismissals',
    takes(dismissalForm, async (req, res, form) => {
      const placement = placementOf(req)
      const unwanted = form.ok && (await findProductName(form.value.slug, req.locale))
      if (!unwanted) throw new NotFound('product')
      await dismiss(req, unwanted.id)
      req.tell({ kind: 'dismissal', productId: unwanted.id })
      const told = { key: 'recommendations.dismissed', values: { title: unwanted.title } }
      if (req.isHtmx) return show(req, res, { placement, slugs: form.value.product ?? [], told })
      notify(req, told)
      res.redirect(303, ownAddress(form.value.back))
    }),
  )

  interface Shown {
    placement: Placement
    slugs: string[]
    told?: { key: string; values: Record<string, string> }
  }

  async function show(req: Request, res: Response, { placement, slugs, told }: Shown) {
    const found = await widget(recommender, lent, { req, placement, slugs })
    recordShown(recorder, req, placement, found)
    res.set('X-Robots-Tag', 'noindex')
    const model = { placement, slugs, suggested: found.suggested, told }
    if (req.isHtmx) await res.fragment('recommendations/_widget', model)
    else await res.page('recommendations/show', model)
  }
  return routes
}

function placementOf(req: Request): Placement {
  const placement = placements.find((one) => one === req.params.placement)
  if (!placement) throw new NotFound('placement')
  return placement
}
