import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { inferenceEndpoint } from './inference.ts'
import type { Outbox } from './mail/outbox.ts'
import { outboxPages } from './mail/outbox-pages.ts'
import { closedPages, sameOriginForms, sendNotice, sendPage, stylesheet } from './pages.ts'
import { paymentApi } from './payments/api.ts'
import { parseForm } from './payments/form-body.ts'
import { hostedPage } from './payments/hosted-page.ts'
import { paymentsPage } from './payments/payments-page.ts'
import type { Provider } from './payments/provider.ts'
import { testCards } from './payments/test-cards.ts'

interface Parts {
  provider: Provider
  outbox: Outbox
  /** The identity provider, once it is open. */
  identity: RequestHandler
  secretKey: string
  /** The container of the model. */
  modelUrl: string
  logger: Logger
}

/** Everything that the sandbox answers over HTTP. */
export function sandboxApp({ provider, outbox, identity, secretKey, modelUrl, logger }: Parts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', (query: string | null) => parseForm(query ?? ''))
  app.locals.shopUrl = provider.shopUrl

  app.use('/v1', paymentApi(provider, secretKey, logger))
  app.use('/endpoints', inferenceEndpoint(modelUrl))

  app.use(closedPages, sameOriginForms)
  app.use(identity)
  app.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '32kb' }), (req, _res, next) => {
    req.body = parseForm(typeof req.body === 'string' ? req.body : '')
    next()
  })
  app.get('/', (_req, res) => sendPage(res, 'index', { testCards }))
  app.get('/sandbox.css', stylesheet)
  app.use('/pay', hostedPage(provider))
  app.use('/payments', paymentsPage(provider))
  app.use(outboxPages(outbox))

  app.use((_req, res) => {
    const link = { address: '/', text: 'To the sandbox' }
    sendNotice(res, { heading: 'Not found', text: 'The sandbox has no such page.', link }, { status: 404 })
  })
  app.use(failures(logger))
  return app
}

function failures(logger: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    const status = typeof error?.status === 'number' ? error.status : 500
    if (status >= 500) logger.error({ err: error }, 'A page of the sandbox failed')
    const text = status >= 500 ? 'The sandbox failed; its log says why.' : 'The request could not be read.'
    sendNotice(
      res,
      { heading: 'That did not work', text, link: { address: '/', text: 'To the sandbox' } },
      { status },
    )
  }
}
