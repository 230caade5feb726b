import { Router } from 'express'
import { z } from 'zod'
import { notify, ownerOf, requiresCustomer } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing, takes } from '../platform/forms.ts'
import { forgetKept, keepBasket } from './keep-basket.ts'
import { keptBaskets } from './kept-baskets.ts'
import { basketHere } from './show-basket.ts'

const keepForm = z.object({
  name: z
    .string('basket.kept.name.missing')
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().min(1, 'basket.kept.name.missing').max(60, 'shared.form.too-long')),
})

/** The baskets that a customer keeps: `/account/baskets`. */
export function keptRoutes(): Router {
  const routes = Router()
  routes.use('/account/baskets', requiresCustomer)

  routes.get('/account/baskets', async (req, res) => {
    await res.page('basket/kept', await keptPage(req, blankForm()))
  })
  routes.post(
    '/account/baskets',
    takes(keepForm, async (req, res, form) => {
      const outcome = form.ok ? await keepBasket(ownerOf(req)!, form.value.name) : { refused: undefined }
      const checked = outcome.refused ? form.refuse(`basket.kept.${outcome.refused}`, outcome, 'name') : form
      if (!checked.ok) return res.status(422).page('basket/kept', await keptPage(req, checked))
      notify(req, { key: 'basket.kept.saved' })
      res.redirect(303, req.addressTo('/account/baskets'))
    }),
  )
  routes.post(
    '/account/baskets/:token/removal',
    takes(nothing, async (req, res) => {
      if (!(await forgetKept(ownerOf(req)!, String(req.params.token)))) throw new NotFound('basket')
      notify(req, { key: 'basket.kept.removed' })
      res.redirect(303, req.addressTo('/account/baskets'))
    }),
  )
  return routes
}

async function keptPage(req: Parameters<typeof basketHere>[0], form: Form<unknown>) {
  const [kept, basket] = await Promise.all([keptBaskets(ownerOf(req)!), basketHere(req)])
  return { form, kept, mayKeep: basket !== undefined }
}
