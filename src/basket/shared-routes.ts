import { type Request, Router } from 'express'
import { z } from 'zod'
import { notify, ownerOf, rememberVisitor } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { nothing, takes } from '../platform/forms.ts'
import { originOf } from '../platform/security.ts'
import { addLines } from './add-lines.ts'
import { shareBasket } from './share-basket.ts'
import { type SharedView, sharedView } from './shared-view.ts'

const keyForm = z.object({ key: z.uuid().catch(() => crypto.randomUUID()) })

/** Baskets that were shared: `/basket/shared/…`. */
export function sharedRoutes(): Router {
  const routes = Router()

  routes.post(
    '/basket/shared',
    takes(nothing, async (req, res) => {
      const owner = ownerOf(req)
      const token = owner && (await shareBasket(owner))
      res.redirect(303, req.addressTo(token ? `/basket/shared/${token}` : '/basket'))
    }),
  )

  routes.get('/basket/shared/:token', async (req, res) => {
    const shared = await sharedHere(req)
    const address = originOf(req) + req.addressTo(`/basket/shared/${shared.token}`)
    await res.page('basket/shared', { shared, address })
  })

  routes.post(
    '/basket/shared/:token',
    takes(keyForm, async (req, res, form) => {
      const { lines } = await sharedHere(req)
      const wanted = lines.map(({ variant: { id, title }, quantity }) => ({ variantId: id, quantity, title }))
      const { locale, currency } = req
      const key = form.ok ? form.value.key : crypto.randomUUID()
      const { added, missing } = await addLines(rememberVisitor(req, res), wanted, { key, locale, currency })
      const outcome = missing.length === 0 ? 'all' : added > 0 ? 'some' : 'none'
      const names = new Intl.ListFormat(locale).format(missing)
      notify(req, { key: `basket.shared.${outcome}`, values: { names } })
      res.redirect(303, req.addressTo('/basket'))
    }),
  )
  return routes
}

async function sharedHere(req: Request): Promise<SharedView> {
  const shared = await sharedView(String(req.params.token), ownerOf(req), req)
  if (!shared) throw new NotFound('basket')
  return shared
}
