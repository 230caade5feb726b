import { type Request, Router } from 'express'
import { config } from '../platform/config.ts'
import { NotFound } from '../platform/errors.ts'
import { categoryPage, findMovedCategory } from './category-page.ts'
import { feedRoutes } from './feed-routes.ts'
import { homePage } from './home-page.ts'
import { lastPageOf } from './listing.ts'
import { type ListingQuery, PAGE_SIZE, readListingQuery } from './listing-query.ts'
import { mediaRoutes } from './media-routes.ts'
import { addressOf, productRoutes, queryOf } from './product-routes.ts'
import { findByCode, noteSearch, searchPage } from './search-page.ts'

/** What there is to look at: `/`, `/categories/…`, `/search`, `/products/…` and `/media/…`; and what machines read. */
export function catalogueRoutes(): Router {
  const routes = Router()
  routes.use(mediaRoutes(config.media.folder))

  routes.get('/', async (req, res) => res.page('catalogue/home', await homePage(localityOf(req))))

  routes.get('/categories/*path', async (req, res) => {
    const path = [req.params.path].flat().join('/')
    const query = readListingQuery(req.query)
    const page = await categoryPage(path, query, localityOf(req))
    if (page && isMore(req, query))
      return res.fragment('catalogue/_more', { listing: lastPageOf(page.listing) })
    if (page) return res.page('catalogue/category', page)
    const moved = await findMovedCategory(path)
    if (!moved) throw new NotFound('category')
    res.redirect(301, req.addressTo(`/categories/${moved}${queryOf(req)}`))
  })

  routes.get('/search', async (req, res) => {
    const query = readListingQuery(req.query)
    const named = query.q && (await findByCode(query.q))
    if (named) return res.redirect(303, req.addressTo(addressOf(named.slug, named)))
    const page = await searchPage(query, localityOf(req))
    if (isMore(req, query)) return res.fragment('catalogue/_more', { listing: lastPageOf(page.listing) })
    if (!req.isHtmx) await noteSearch(page, query, localityOf(req))
    await res.page('catalogue/search', page)
  })

  routes.use(productRoutes())
  routes.use(feedRoutes())
  return routes
}

/** A list that is there already is to become longer: what is added is all that is sent. */
function isMore(req: Request, { shown }: ListingQuery): boolean {
  return req.isHtmx && shown > PAGE_SIZE && req.get('HX-Target')?.endsWith('more') === true
}

function localityOf({ locale, currency }: Request) {
  return { locale, currency }
}
