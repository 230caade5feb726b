import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { checkoutSessionForm } from './checkout-session-form.ts'
import { createCheckoutSession, expireCheckoutSession, lapseCheckoutSessions } from './checkout-sessions.ts'
import { ApiError } from './errors.ts'
import { asAnswered } from './events.ts'
import { expanded } from './expansion.ts'
import { type Form, parseForm } from './form-body.ts'
import { type Answer, idempotency } from './idempotency.ts'
import { newId } from './ids.ts'
import { listOf } from './lists.ts'
import type { Kind, ProviderObject } from './objects.ts'
import { expand, readParameters } from './parameters.ts'
import { cancelPaymentIntent, capturePayment } from './payment-intents.ts'
import type { Provider } from './provider.ts'
import { createRefund } from './refunds.ts'
import { secretKeyRequired } from './secret-key.ts'

type Act = (provider: Provider, form: Form, id: string) => object

const expansionOnly = z.strictObject({ expand })

/** The payment provider's API, to be mounted at `/v1`. Form-encoded in, JSON out. */
export function paymentApi(provider: Provider, secretKey: string, logger: Logger): Router {
  const { oneAtATime, once } = idempotency(provider.database, provider.now)
  const routes = Router()
  routes.use(named, secretKeyRequired(secretKey), oneAtATime)
  routes.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '256kb' }), formBody)

  const read =
    (act: Act): RequestHandler =>
    (req, res) => {
      lapseCheckoutSessions(provider)
      const form = req.query as Form
      send(res, answerOf(provider, act(provider, form, String(req.params.id)), form))
    }
  const change =
    (act: Act): RequestHandler =>
    (req, res) => {
      lapseCheckoutSessions(provider)
      const request = { id: res.locals.requestId, idempotency_key: req.get('Idempotency-Key') ?? null }
      const acting = { ...provider, request }
      send(
        res,
        once(req, request.id, () => answerOf(acting, act(acting, req.body, String(req.params.id)), req.body)),
      )
    }

  routes.post(
    '/checkout/sessions',
    change((acting, form) => {
      return createCheckoutSession(acting, readParameters(checkoutSessionForm, form))
    }),
  )
  routes.get('/checkout/sessions', read(listing('checkout.session', ['payment_intent', 'status'])))
  routes.get('/checkout/sessions/:id', read(one('checkout.session', 'session')))
  routes.get(
    '/checkout/sessions/:id/line_items',
    read(({ objects }, _form, id) => {
      return objects.get('checkout.session', id, 'session').line_items
    }),
  )
  routes.post(
    '/checkout/sessions/:id/expire',
    change((acting, form, id) => {
      readParameters(expansionOnly, form)
      return expireCheckoutSession(acting, id)
    }),
  )

  routes.get('/payment_intents', read(listing('payment_intent', [])))
  routes.get('/payment_intents/:id', read(one('payment_intent', 'intent')))
  routes.post('/payment_intents/:id/capture', change(capturePayment))
  routes.post('/payment_intents/:id/cancel', change(cancelPaymentIntent))

  routes.get('/charges', read(listing('charge', ['payment_intent'])))
  routes.get('/charges/:id', read(one('charge', 'id')))

  routes.post('/refunds', change(createRefund))
  routes.get('/refunds', read(listing('refund', ['payment_intent', 'charge'])))
  routes.get('/refunds/:id', read(one('refund', 'id')))

  routes.get('/events', read(listing('event', ['type'])))
  routes.get('/events/:id', read(one('event', 'id')))

  routes.use((req) => {
    const message = `Unrecognized request URL (${req.method}: ${req.originalUrl.split('?')[0]}).`
    throw new ApiError(404, { type: 'invalid_request_error', message })
  })
  routes.use(refusals(logger))
  return routes
}

const named: RequestHandler = (_req, res, next) => {
  res.locals.requestId = newId('req', 14)
  res.set('request-id', res.locals.requestId)
  next()
}

const formBody: RequestHandler = (req, _res, next) => {
  req.body = parseForm(typeof req.body === 'string' ? req.body : '')
  next()
}

function listing(kind: Kind, filters: string[]): Act {
  const address = `/v1/${kind.replace('.', '/')}s`
  return (provider, query) => listOf(provider, kind, address, filters, query)
}

function one(kind: Kind, param: string): Act {
  return (provider, query, id) => {
    readParameters(expansionOnly, query)
    return provider.objects.get(kind, id, param)
  }
}

function answerOf(provider: Provider, result: object, form: Form): Answer {
  const { expand: paths } = readParameters(z.object({ expand }), form)
  const shown = 'id' in result ? asAnswered(result as ProviderObject) : result
  return { status: 200, body: JSON.stringify(expanded(provider, shown, paths)) }
}

function send(res: express.Response, { status, body, replayOf }: Answer): void {
  if (replayOf) res.set({ 'Idempotent-Replayed': 'true', 'original-request': replayOf })
  res.status(status).type('json').send(body)
}

function refusals(logger: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    if (error instanceof ApiError) return void res.status(error.status).json({ error: error.refusal })
    const status = typeof error?.status === 'number' ? error.status : 500
    if (status >= 500) logger.error({ err: error, requestId: res.locals.requestId }, 'The payment API failed')
    const message = status >= 500 ? 'The sandbox failed; its log says why.' : 'The request could not be read.'
    res
      .status(status)
      .json({ error: { type: status >= 500 ? 'api_error' : 'invalid_request_error', message } })
  }
}
