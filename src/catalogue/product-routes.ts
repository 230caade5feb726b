import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../platform/errors.ts'
import { blankForm } from '../platform/forms.ts'
import type { ChosenValues } from './choose-variant.ts'
import { findGoneProduct, findRenamedProduct } from './gone-product.ts'
import { localityOf, queryOf } from './listing-routes.ts'
import { productAddress } from './product-address.ts'
import { productPage } from './product-page.ts'
import { recentlyViewed } from './recently-viewed.ts'
import { keepInTrail, trailBefore } from './trail.ts'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)
const productQuery = z.object({
  /** Where it was recommended. */
  via: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional()
    .catch(undefined),
  sku: z.string().max(100).optional().catch(undefined),
  view: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
  quantity: z
    .string()
    .regex(/^\d{1,4}$/)
    .catch('1'),
  option1: id,
  option2: id,
  option3: id,
})

/** What another module knows of whoever looks at a product. */
export interface Lent {
  isWished: (req: Request, productId: number) => Promise<boolean>
  /** Whether they look after the goods, and see also those that are not on show. */
  seesAll: (req: Request) => boolean
}

/** A product (`/products/…`), and what somebody has looked at before (`/recently-viewed`). */
export function productRoutes({ isWished, seesAll }: Lent): Router {
  const routes = Router()

  routes.get('/products/:slug', async (req, res) => {
    const { slug } = req.params
    const { sku, view, quantity, via, option1, option2, option3 } = productQuery.parse(req.query)
    const chosen = compact({ 1: option1, 2: option2, 3: option3 })
    const form = blankForm({ quantity })
    const page = await productPage({
      ...{ slug, sku, chosen, view, form, seesAll: seesAll(req) },
      ...localityOf(req),
    })
    if (!page) return answerWithout(slug, req, res)
    const address = req.addressTo(
      productAddress(slug, { sku: page.choice.sku, quantity, view: chosen ? undefined : view }),
    )
    if (req.isHtmx) {
      res.set('HX-Replace-Url', address)
      const isView = req.get('HX-Target')?.endsWith('gallery')
      return res.fragment(isView ? 'catalogue/_gallery' : 'catalogue/_choice', { choice: page.choice })
    }
    if (chosen) return res.redirect(303, address)
    const recent = await recentlyViewed(trailBefore(req, slug), localityOf(req))
    if (page.isOnShow) {
      keepInTrail(req, slug)
      req.tell({ kind: 'view', productId: page.id })
      if (via) req.tell({ kind: 'click', productId: page.id, placement: via })
    }
    await res.page('catalogue/product', { ...page, recent, isWished: await isWished(req, page.id) })
  })

  routes.get('/recently-viewed', async (req, res) => {
    const asked = [req.query.product].flat().filter((slug) => typeof slug === 'string')
    res.set('X-Robots-Tag', 'noindex')
    await res.fragment('catalogue/_recently-viewed', {
      recent: await recentlyViewed(asked, localityOf(req)),
      product: undefined,
    })
  })

  return routes
}

/** The address of a product that is not to be seen here: it has moved, it has gone, or there never was one. */
async function answerWithout(slug: string, req: Request, res: Response) {
  const renamed = await findRenamedProduct(slug)
  if (renamed) return res.redirect(301, req.addressTo(`/products/${renamed}${queryOf(req)}`))
  const gone = await findGoneProduct(slug, localityOf(req))
  if (!gone) throw new NotFound('product')
  await res.status(410).page('catalogue/gone', gone)
}

/** The values that are given, or undefined if none is. */
function compact(values: Record<number, number | undefined>): ChosenValues | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}
