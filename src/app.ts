import compression from 'compression'
import express, { type Express, urlencoded } from 'express'
import { adminRoutes } from './admin/index.ts'
import { alertRoutes } from './alerts/index.ts'
import { adoptBasket, basketCount, basketRoutes, productsIn } from './basket/index.ts'
import { catalogueRoutes, navigation } from './catalogue/index.ts'
import { checkoutRoutes } from './checkout/index.ts'
import { asksForConsent, customerRoutes, isWished, welcomeCustomer } from './customers/index.ts'
import type { Deps } from './deps.ts'
import {
  customerOf,
  identityRoutes,
  may,
  ownerOf,
  preferences,
  recognition,
  rightsOf,
  STAFF_IDLE_MINUTES,
  takeNotice,
  themeOf,
  viewedBy,
  viewing,
} from './identity/index.ts'
import { invoicingRoutes } from './invoicing/index.ts'
import { mediaRoutes } from './media/index.ts'
import { adoptOrders, orderRoutes, unfinishedOrders, webhookRoutes } from './orders/index.ts'
import { personalData, personOf } from './personal-data.ts'
import { serveAssets } from './platform/assets.ts'
import { config } from './platform/config.ts'
import { answerError, notFound } from './platform/errors.ts'
import { healthRoutes } from './platform/health.ts'
import { localePrefix } from './platform/locale.ts'
import { currencies } from './platform/money.ts'
import { pages } from './platform/pages.ts'
import { requestFigures } from './platform/request-figures.ts'
import { requestLog } from './platform/request-log.ts'
import { sameOrigin, securityHeaders } from './platform/security.ts'
import { sessions } from './platform/sessions.ts'
import { staticPages } from './platform/static-pages.ts'
import { adoptVisits, recommendationRoutes, recording } from './recommendations/index.ts'
import { adoptReviews } from './reviews/index.ts'

/** The shop: what every request passes, in order, and where it goes. */
export function createApp(deps: Deps, isLeaving = () => false): Express {
  const app = express()
  app.set('trust proxy', config.trustProxy).disable('x-powered-by')

  app.use('/health', healthRoutes(deps.redis, isLeaving))
  app.use(requestLog(), requestFigures)
  app.use(securityHeaders())
  app.use('/assets', serveAssets)
  app.use(mediaRoutes(deps.media))
  app.use(webhookRoutes(deps))
  app.use(compression())
  app.use(localePrefix, preferences)
  app.use(
    pages({
      navigation: { ask: (req) => navigation(deps.cache, req.locale), otherwise: [] },
      basket: { ask: async (req) => ({ count: await basketCount(ownerOf(req)) }), otherwise: { count: 0 } },
      customer: (req) => customerOf(req)?.email,
      rights: rightsOf,
      idleMinutes: () => STAFF_IDLE_MINUTES,
      asksConsent: (req) => !viewedBy(req) && asksForConsent(req),
      viewing: (req) => viewedBy(req)?.email,
      notice: takeNotice,
      theme: themeOf,
      currency: (req) => req.currency,
      currencies: () => currencies,
      query: (req) => (typeof req.query.q === 'string' ? req.query.q.replace(/\p{Cc}/gu, ' ') : ''),
    }),
  )
  app.use(sameOrigin)
  app.use(sessions(deps.sessionStore), recognition, viewing, recording(deps.recorder))
  app.use('/admin', urlencoded({ extended: false, limit: '6mb', parameterLimit: 5_000 }))
  app.use(urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }))

  const privacy = { personalData, personOf, unfinishedOrders }
  app.use(identityRoutes(deps, [adoptBasket, welcomeCustomer, adoptVisits, adoptOrders, adoptReviews]))
  app.use(customerRoutes(deps, privacy))
  app.use(
    catalogueRoutes(deps.cache, {
      isWished: (req, productId) => isWished(ownerOf(req), productId),
      seesAll: (req) => may(req, 'edit-products'),
    }),
  )
  app.use(recommendationRoutes(deps, { productsInBasket: (req) => productsIn(ownerOf(req)) }))
  app.use(alertRoutes(deps))
  app.use(basketRoutes(deps))
  app.use(checkoutRoutes(deps))
  app.use(orderRoutes(deps))
  app.use(invoicingRoutes())
  app.use(adminRoutes(deps, privacy))
  app.use(staticPages())

  app.use(notFound, answerError)
  return app
}
