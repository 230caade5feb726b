import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Cache } from '../platform/cache.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm } from '../platform/forms.ts'
import { categoryPage, findMovedCategory } from './category-page.ts'
import type { ChosenValues } from './choose-variant.ts'
import { homePage } from './home-page.ts'
import { type Listing, lastPageOf } from './listing.ts'
import { readListingQuery } from './listing-query.ts'
import { productPage } from './product-page.ts'
import { findByCode, noteSearch, searchPage } from './search-page.ts'
import { suggestions } from './suggestions.ts'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)
const productQuery = z.object({
  sku: z.string().max(100).optional().catch(undefined),
  quantity: z
    .string()
    .regex(/^\d{1,4}$/)
    .catch('1'),
  option1: id,
  option2: id,
  option3: id,
})

/** What there is to look at: `/`, `/categories/…`, `/search` and `/products/…`. */
export function catalogueRoutes(cache: Cache): Router {
  const routes = Router()
  routes.get('/', async (req, res) => res.page('catalogue/home', await homePage(localityOf(req))))

  routes.get('/categories/*path', async (req, res) => {
    const path = [req.params.path].flat().join('/')
    const query = readListingQuery(req.query)
    const page = await categoryPage(path, query, localityOf(req))
    if (page && req.isHtmx) return sendPart(req, res, page.category.name, page.listing)
    if (page) return res.page('catalogue/category', page)
    const moved = await findMovedCategory(path)
    if (!moved) throw new NotFound('category')
    res.redirect(301, req.addressTo(`/categories/${moved}`))
  })

  routes.get('/search', async (req, res) => {
    const query = readListingQuery(req.query)
    const named = query.q && (await findByCode(query.q))
    if (named) return res.redirect(303, req.addressTo(addressOf(named.slug, named.sku)))
    const page = await searchPage(query, localityOf(req))
    if (req.isHtmx) return sendPart(req, res, query.q, page.listing)
    await noteSearch(page, query, localityOf(req))
    await res.page('catalogue/search', page)
  })

  routes.get('/search/suggestions', async (req, res) => {
    const { q } = readListingQuery(req.query)
    await res.fragment('catalogue/_suggestions', await suggestions(cache, q, localityOf(req)))
  })

  routes.get('/products/:slug', async (req, res) => {
    const { sku, quantity, option1, option2, option3 } = productQuery.parse(req.query)
    const chosen = compact({ 1: option1, 2: option2, 3: option3 })
    const form = blankForm({ quantity })
    const page = await productPage({ slug: req.params.slug, sku, chosen, form, ...localityOf(req) })
    if (!page) throw new NotFound('product')
    const address = req.addressTo(addressOf(page.choice.slug, page.choice.sku, quantity))
    if (req.isHtmx) res.set('HX-Replace-Url', address)
    if (req.isHtmx) return res.fragment('catalogue/_choice', { choice: page.choice })
    return chosen ? res.redirect(303, address) : res.page('catalogue/product', page)
  })

  return routes
}

/** What a page that is there already needs: the products that are added to its list, or another list. */
function sendPart(req: Request, res: Response, name: string, listing: Listing) {
  const isMore = req.get('HX-Target')?.endsWith('#more')
  if (isMore) return res.fragment('catalogue/_more', { listing: lastPageOf(listing) })
  return res.fragment('catalogue/_narrowed', { listing, name })
}

/** The values that are given, or undefined if none is. */
function compact(values: Record<number, number | undefined>): ChosenValues | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

function localityOf({ locale, currency }: Request) {
  return { locale, currency }
}

function addressOf(slug: string, sku: string, quantity = '1'): string {
  const query = new URLSearchParams({ sku, ...(quantity !== '1' && { quantity }) })
  return `/products/${slug}?${query}`
}
