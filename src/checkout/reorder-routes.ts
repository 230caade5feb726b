import { Router } from 'express'
import { z } from 'zod'
import { addLines } from '../basket/index.ts'
import { notify, rememberVisitor } from '../identity/index.ts'
import { orderedLines, ownOrder } from '../orders/index.ts'
import { takes } from '../platform/forms.ts'

const reorderForm = z.object({ key: z.uuid().catch(() => crypto.randomUUID()) })

/** Buying the same once more. */
export function reorderRoutes(): Router {
  const routes = Router()
  routes.post(
    '/orders/:number/reorder',
    takes(reorderForm, async (req, res, form) => {
      const orderId = await ownOrder(req)
      const { locale, currency } = req
      const { added, missing } = await addLines(rememberVisitor(req, res), await orderedLines(orderId), {
        key: form.value.key,
        locale,
        currency,
      })
      const outcome = missing.length === 0 ? 'all' : added > 0 ? 'some' : 'none'
      const names = new Intl.ListFormat(locale).format(missing)
      notify(req, { key: `orders.reorder.${outcome}`, values: { names } })
      res.redirect(303, req.addressTo('/basket'))
    }),
  )
  return routes
}
