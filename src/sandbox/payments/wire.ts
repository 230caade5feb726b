import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { lapseCheckoutSessions } from './checkout-sessions.ts'
import { ApiError } from './errors.ts'
import { asAnswered } from './events.ts'
import { expanded } from './expansion.ts'
import { type Form, parseForm } from './form-body.ts'
import { type Answer, idempotency } from './idempotency.ts'
import { newId } from './ids.ts'
import type { ProviderObject } from './objects.ts'
import { expand, readParameters } from './parameters.ts'
import type { Provider } from './provider.ts'
import { secretKeyRequired } from './secret-key.ts'

/** One call of the API: a form, and the id in the address where there is one, become an answer. */
export type Act = (provider: Provider, form: Form, id: string) => object

/** How the provider's API speaks HTTP: keys, form-encoded bodies, idempotency, references in full, refusals. */
export function wire(provider: Provider, secretKey: string, logger: Logger) {
  const { oneAtATime, once } = idempotency(provider.database, provider.now)
  const body = express.text({ type: 'application/x-www-form-urlencoded', limit: '256kb' })

  return {
    beforeEach: [named, secretKeyRequired(secretKey), oneAtATime, body, formBody],

    read(act: Act): RequestHandler {
      return (req, res) => {
        lapseCheckoutSessions(provider)
        send(res, answerOf(provider, act, req.query as Form, String(req.params.id)))
      }
    },

    change(act: Act): RequestHandler {
      return (req, res) => {
        lapseCheckoutSessions(provider)
        const request = { id: res.locals.requestId, idempotency_key: req.get('Idempotency-Key') ?? null }
        const acting = { ...provider, request }
        const answer = () => answerOf(acting, act, req.body, String(req.params.id))
        send(res, once(req, request.id, answer))
      }
    },

    afterAll: [unknownAddress, refusals(logger)],
  }
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

function answerOf(provider: Provider, act: Act, form: Form, id: string): Answer {
  const result = act(provider, form, id)
  const { expand: paths } = readParameters(z.object({ expand }), form)
  const shown = 'id' in result ? asAnswered(result as ProviderObject) : result
  return { status: 200, body: JSON.stringify(expanded(provider, shown, paths)) }
}

function send(res: Response, { status, body, replayOf }: Answer): void {
  if (replayOf) res.set({ 'Idempotent-Replayed': 'true', 'original-request': replayOf })
  res.status(status).type('json').send(body)
}

const unknownAddress: RequestHandler = (req) => {
  const message = `Unrecognized request URL (${req.method}: ${req.originalUrl.split('?')[0]}).`
  throw new ApiError(404, { type: 'invalid_request_error', message })
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
