import express, { Router } from 'express'
import { receiveWebhook, type Stripe } from '../payments/index.ts'
import { nothing, takes } from '../platform/forms.ts'
import { logger } from '../platform/logger.ts'
import type { RateLimits } from '../platform/rate-limit.ts'
import { originOf } from '../platform/security.ts'
import { cancellationRoutes } from './cancellation-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { lookupRoutes } from './lookup-routes.ts'
import { ownOrder } from './order-access.ts'
import { orderView } from './order-view.ts'
import { forOwnOrder } from './own-order.ts'
import { returnRoutes } from './return-routes.ts'
import { startPayment } from './start-payment.ts'

/** An order's own page, for its owner or by the link in its mail, and paying for it. */
export function orderRoutes({ stripe, limits }: { stripe: Stripe; limits: RateLimits }): Router {
  const routes = Router()

  routes.use(lookupRoutes(limits))

  routes.get(
    '/orders/:number',
    forOwnOrder(async (req, res, { id }) => {
      await res.page('orders/show', { order: await orderView(id, req.locale) })
    }),
  )

  routes.post(
    '/orders/:number/payment',
    takes(nothing, async (req, res) => {
      const orderId = await ownOrder(req)
      const order = req.addressTo(`/orders/${req.params.number}`)
      try {
        res.redirect(303, (await startPayment(stripe, orderId, originOf(req))) ?? order)
      } catch (error) {
        logger.warn({ err: error, order: req.params.number }, 'the payment page could not be opened')
        res.status(503).set('Retry-After', '30')
        await res.page('orders/payment-unavailable', { order: await orderView(orderId, req.locale) })
      }
    }),
  )
  routes.use(cancellationRoutes(), returnRoutes(), historyRoutes())
  return routes
}

const BIGGEST_EVENT = '512kb'

/** Where the payment provider reports. Its signature is the only thing that it is trusted by. */
export function webhookRoutes({ stripe }: { stripe: Stripe }): Router {
  const routes = Router()
  routes.post(
    '/webhooks/stripe',
    express.raw({ type: () => true, limit: BIGGEST_EVENT }),
    async (req, res) => {
      await receiveWebhook(stripe, req.body, req.get('Stripe-Signature') ?? '')
      res.status(200).json({ received: true })
    },
  )
  return routes
}
