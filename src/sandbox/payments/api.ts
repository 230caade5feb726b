import { Router } from 'express'
import type { Logger } from 'pino'
import { createCheckoutSession, expireCheckoutSession, lineItemsOf } from './checkout-sessions.ts'
import { acceptDispute } from './disputes.ts'
import { listOf } from './lists.ts'
import type { Kind } from './objects.ts'
import { expansionForm, readParameters } from './parameters.ts'
import { cancelPaymentIntent, capturePayment } from './payment-intents.ts'
import type { Provider } from './provider.ts'
import { createRefund } from './refunds.ts'
import { type Act, wire } from './wire.ts'

/** The payment provider's API, to be mounted at `/v1`. */
export function paymentApi(provider: Provider, secretKey: string, logger: Logger): Router {
  const { beforeEach, read, change, afterAll } = wire(provider, secretKey, logger)
  const routes = Router()
  routes.use(beforeEach)

  routes.post('/checkout/sessions', change(createCheckoutSession))
  routes.get('/checkout/sessions', read(listing('checkout.session', ['payment_intent', 'status'])))
  routes.get('/checkout/sessions/:id', read(one('checkout.session', 'session')))
  routes.get('/checkout/sessions/:id/line_items', read(lineItemsOf))
  routes.post('/checkout/sessions/:id/expire', change(expireCheckoutSession))

  routes.get('/payment_intents', read(listing('payment_intent', [])))
  routes.get('/payment_intents/:id', read(one('payment_intent', 'intent')))
  routes.post('/payment_intents/:id/capture', change(capturePayment))
  routes.post('/payment_intents/:id/cancel', change(cancelPaymentIntent))

  routes.get('/charges', read(listing('charge', ['payment_intent'])))
  routes.get('/charges/:id', read(one('charge', 'id')))

  routes.post('/refunds', change(createRefund))
  routes.get('/refunds', read(listing('refund', ['payment_intent', 'charge'])))
  routes.get('/refunds/:id', read(one('refund', 'id')))

  routes.get('/disputes', read(listing('dispute', ['payment_intent', 'charge'])))
  routes.get('/disputes/:id', read(one('dispute', 'dispute')))
  routes.post('/disputes/:id/close', change(acceptDispute))

  routes.get('/events', read(listing('event', ['type'])))
  routes.get('/events/:id', read(one('event', 'id')))

  routes.use(afterAll)
  return routes
}

function listing(kind: Kind, filters: string[]): Act {
  const address = `/v1/${kind.replace('.', '/')}s`
  return (provider, query) => listOf(provider, kind, address, filters, query)
}

function one(kind: Kind, param: string): Act {
  return (provider, query, id) => {
    readParameters(expansionForm, query)
    return provider.objects.get(kind, id, param)
  }
}
