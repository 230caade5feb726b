import express, { type Express } from 'express'
import { answerError, notFound } from '../../../src/platform/errors.ts'
import { localePrefix } from '../../../src/platform/locale.ts'
import { pages } from '../../../src/platform/pages.ts'
import { requestLog } from '../../../src/platform/request-log.ts'

/** The platform's middleware around a few routes of a test, with surroundings that need no database. */
export function smallApp(addRoutes: (app: Express) => void): Express {
  const app = express()
  app.use(requestLog(), localePrefix)
  app.use(
    pages({
      navigation: () => [],
      basket: () => ({ count: 0 }),
      notice: () => undefined,
      theme: () => 'system',
      currency: () => 'EUR',
      currencies: () => ['EUR'],
      query: () => '',
    }),
  )
  addRoutes(app)
  app.use(notFound, answerError)
  return app
}
