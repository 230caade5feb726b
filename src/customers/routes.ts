import { Router } from 'express'
import { accountRoutes } from './account-routes.ts'
import { addressRoutes } from './address-routes.ts'
import { consentRoutes } from './consent-routes.ts'
import type { Privacy } from './privacy.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { wishListRoutes } from './wish-list-routes.ts'

/** What customers keep with us: `/account/…`, `/wish-lists/…` and `/consent`. */
export function customerRoutes(deps: Parameters<typeof privacyRoutes>[0], privacy: Privacy): Router {
  const routes = Router()
  routes.use(
    accountRoutes(),
    addressRoutes(),
    wishListRoutes(),
    consentRoutes(),
    privacyRoutes(deps, privacy),
  )
  return routes
}
