import { type Request, type Response, Router } from 'express'
import { notify } from '../identity/index.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { RETURN_DAYS } from './line-counts.ts'
import { ownOrder } from './order-access.ts'
import { orderView } from './order-view.ts'
import { requestReturn } from './request-return.ts'
import { returnReasons } from './return.ts'
import { piecesIn, returnForm } from './return-form.ts'
import { returnableView } from './returnable-view.ts'

/** Sending something back: the form, and asking. */
export function returnRoutes(): Router {
  const routes = Router()

  routes.get('/orders/:number/returns', async (req, res) => {
    await showForm(req, res, await ownOrder(req), blankForm())
  })

  routes.post(
    '/orders/:number/returns',
    takes(returnForm, async (req, res, form) => {
      const orderId = await ownOrder(req)
      const lines = piecesIn(form.given)
      const chosen = lines.length > 0 ? form : form.refuse('orders.return.lines.missing', {}, 'lines')
      if (!chosen.ok) return showForm(req, res.status(422), orderId, chosen)
      const outcome = await requestReturn(orderId, { ...form.value, lines }, 'shopper')
      if (outcome.refused) {
        const refused = form.refuse(outcome.sentence, outcome.values, 'lines')
        return showForm(req, res.status(422), orderId, refused)
      }
      notify(req, { key: 'orders.return.done', values: { number: outcome.number } })
      res.redirect(303, req.addressTo(`/orders/${req.params.number}`))
    }),
  )
  return routes
}

async function showForm(req: Request, res: Response, orderId: number, form: Form<unknown>) {
  const [order, lines] = await Promise.all([orderView(orderId, req.locale), returnableView(orderId)])
  await res.page('orders/return', { order, lines, reasons: returnReasons, days: RETURN_DAYS, form })
}
