import { Router } from 'express'
import type { Cache } from '../platform/cache.ts'
import { feedRoutes } from './feed-routes.ts'
import { homePage } from './home-page.ts'
import { listingRoutes, localityOf } from './listing-routes.ts'
import { type Lent, productRoutes } from './product-routes.ts'
import { reviewRoutes } from './review-routes.ts'

/** What there is to look at: `/`, `/categories/…`, `/search` and `/products/…`; and what machines read of it. */
export function catalogueRoutes(cache: Cache, lent: Lent): Router {
  const routes = Router()
  routes.use(listingRoutes(cache))
  routes.use(productRoutes(lent))
  routes.use(reviewRoutes())
  routes.use(feedRoutes())

  routes.get('/', async (req, res) => res.page('catalogue/home', await homePage(localityOf(req))))

  return routes
}
