import { type Request, type Response, Router } from 'express'
import { notify } from '../identity/index.ts'
import { blankForm, type Form, nothing, takes } from '../platform/forms.ts'
import { cancelOrder } from './cancel-order.ts'
import { ownOrder } from './order-access.ts'
import { orderView } from './order-view.ts'

/** Cancelling an order: a page that says what will happen, and doing it. */
export function cancellationRoutes(): Router {
  const routes = Router()

  routes.get('/orders/:number/cancellation', async (req, res) => {
    const orderId = await ownOrder(req)
    await showConfirmation(req, res, orderId, blankForm())
  })

  routes.post(
    '/orders/:number/cancellation',
    takes(nothing, async (req, res, form) => {
      const orderId = await ownOrder(req)
      const outcome = await cancelOrder(orderId, 'shopper')
      if (outcome.refused) {
        const refused = form.refuse(outcome.sentence, outcome.values)
        return showConfirmation(req, res.status(409), orderId, refused)
      }
      notify(req, { key: 'orders.cancellation.done', values: { number: outcome.number } })
      res.redirect(303, req.addressTo(`/orders/${outcome.number}`))
    }),
  )
  return routes
}

async function showConfirmation(req: Request, res: Response, orderId: number, form: Form<unknown>) {
  await res.page('orders/cancellation', { order: await orderView(orderId, req.locale), form })
}
