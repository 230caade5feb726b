import { type Request, type Response, Router } from 'express'
import type { Cache } from '../platform/cache.ts'
import { NotFound } from '../platform/errors.ts'
import { categoryPage, findMovedCategory } from './category-page.ts'
import { type Listing, lastPageOf } from './listing.ts'
import { readListingQuery } from './listing-query.ts'
import { productAddress } from './product-address.ts'
import { findByCode, noteSearch, searchPage } from './search-page.ts'
import { suggestions } from './suggestions.ts'

/** Lists of products: `/categories/…`, `/search`, and what a query that is being typed may lead to. */
export function listingRoutes(cache: Cache): Router {
  const routes = Router()

  routes.get('/categories/*path', async (req, res) => {
    const path = [req.params.path].flat().join('/')
    const page = await categoryPage(path, readListingQuery(req.query), localityOf(req))
    if (!page) return sendToMoved(req, res, path)
    if (!(await sendsOtherwise(req, res, page.category.name, page.listing)))
      await res.page('catalogue/category', page)
  })

  routes.get('/search', async (req, res) => {
    const query = readListingQuery(req.query)
    const named = query.q && (await findByCode(query.q))
    if (named) return res.redirect(303, req.addressTo(productAddress(named.slug, named)))
    const page = await searchPage(query, localityOf(req))
    if (await sendsOtherwise(req, res, query.q, page.listing)) return
    await noteSearch(page, query, localityOf(req))
    if (query.q) req.tell({ kind: 'search', words: query.q })
    await res.page('catalogue/search', page)
  })

  routes.get('/search/suggestions', async (req, res) => {
    const { q } = readListingQuery(req.query)
    await res.fragment('catalogue/_suggestions', await suggestions(cache, q, localityOf(req)))
  })

  return routes
}

async function sendToMoved(req: Request, res: Response, path: string) {
  const moved = await findMovedCategory(path)
  if (!moved) throw new NotFound('category')
  res.redirect(301, req.addressTo(`/categories/${moved}${queryOf(req)}`))
}

/**
 * Whether something else than the page is sent: to a page that is there already, the products that are added to its list
 * or another list; to a browser whose form has sent empty fields, the address without them.
 */
async function sendsOtherwise(req: Request, res: Response, name: string, listing: Listing): Promise<boolean> {
  const address = req.addressTo(listing.address)
  const isMore = req.get('HX-Target')?.endsWith('#more')
  if (req.isHtmx && isMore) await res.fragment('catalogue/_more', { listing: lastPageOf(listing) })
  else if (req.isHtmx)
    await res.set('HX-Push-Url', address).fragment('catalogue/_narrowed', { listing, name })
  else if (hasEmptyFields(req)) res.redirect(303, address)
  else return false
  return true
}

function hasEmptyFields({ query }: Request): boolean {
  return Object.entries(query).some(([name, value]) => name !== 'q' && value === '')
}

export function localityOf({ locale, currency }: Request) {
  return { locale, currency }
}

/** What an address says after its path, with the question mark. */
export function queryOf(req: Request): string {
  const at = req.url.indexOf('?')
  return at === -1 ? '' : req.url.slice(at)
}
