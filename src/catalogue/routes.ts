import { Router } from 'express'
import { z } from 'zod'
import type { Cache } from '../platform/cache.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm } from '../platform/forms.ts'
import type { ChosenValues } from './choose-variant.ts'
import { homePage } from './home-page.ts'
import { listingRoutes, localityOf } from './listing-routes.ts'
import { productPage } from './product-page.ts'
import { reviewRoutes } from './review-routes.ts'

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
  routes.use(listingRoutes(cache))
  routes.use(reviewRoutes())

  routes.get('/', async (req, res) => res.page('catalogue/home', await homePage(localityOf(req))))

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

/** The values that are given, or undefined if none is. */
function compact(values: Record<number, number | undefined>): ChosenValues | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

function addressOf(slug: string, sku: string, quantity = '1'): string {
  const query = new URLSearchParams({ sku, ...(quantity !== '1' && { quantity }) })
  return `/products/${slug}?${query}`
}
