import { Router } from 'express'
import type { Store } from 'express-session'
import type { Privacy } from '../customers/index.ts'
import { customerOf, may, type Permission, requires } from '../identity/index.ts'
import type { MediaStore } from '../media/index.ts'
import { salesByDay, salesFigures } from '../orders/index.ts'
import type { Cache } from '../platform/cache.ts'
import type { Source } from '../recommendations/index.ts'
import { attributeRoutes } from './attribute-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { backInStockRoutes } from './back-in-stock-routes.ts'
import { bankRoutes } from './bank-routes.ts'
import { barChart } from './bar-chart.ts'
import { brandRoutes } from './brand-routes.ts'
import { categoryRoutes } from './category-routes.ts'
import { countRoutes } from './count-routes.ts'
import { customerCareRoutes } from './customer-care-routes.ts'
import { customerRoutes } from './customer-routes.ts'
import { toDo } from './dashboard.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { detailsRoutes } from './details-routes.ts'
import { goodsRoutes } from './goods-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { marketRoutes } from './market-routes.ts'
import { newProductRoutes } from './new-product-routes.ts'
import { orderChanges } from './order-changes.ts'
import { orderRoutes } from './order-routes.ts'
import { paymentRoutes } from './payment-routes.ts'
import { phoneRoutes } from './phone-routes.ts'
import { pickingRoutes } from './picking-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { placeRoutes } from './place-routes.ts'
import { priceRoutes } from './price-routes.ts'
import { productAddressRoutes } from './product-address-routes.ts'
import { productRoutes } from './product-routes.ts'
import { promotionRoutes } from './promotion-routes.ts'
import { recommendationRoutes } from './recommendation-routes.ts'
import { refundChanges } from './refund-changes.ts'
import { reviewRoutes } from './review-routes.ts'
import { saleRoutes } from './sale-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { stockRoutes } from './stock-routes.ts'
import { taxRoutes } from './tax-routes.ts'
import { turnRoutes } from './turn-routes.ts'
import { variantRoutes } from './variant-routes.ts'
import { viewingRoutes } from './viewing-routes.ts'
import { voucherCodeRoutes } from './voucher-code-routes.ts'

interface Deps {
  recommender: Source
  media: MediaStore
  cache: Cache
  sessionStore: Store
}

/** The back office: `/admin/…`. Whoever comes in needs a right to; each screen asks for its own beside it. */
export function adminRoutes(deps: Deps, privacy: Privacy): Router {
  const routes = Router()
  routes.use('/admin', requires('enter-office'))

  routes.get('/admin', async (req, res) => {
    const { name, email, roles } = customerOf(req)!
    const seesFigures = may(req, 'see-figures')
    const [waiting, figures] = await Promise.all([toDo(), seesFigures ? salesFigures() : []])
    const [first] = figures
    const days = first ? await salesByDay(first.total.currency) : []
    await res.page('admin/show', {
      ...{ name: name || email, roles, figures },
      waiting: waiting.filter(({ right }) => may(req, right as Permission)),
      ...{
        days,
        chart:
          days.length > 0 ? barChart(days.map(({ day, amount }) => ({ name: day, value: amount }))) : null,
      },
      currency: first?.total.currency ?? 'EUR',
    })
  })
  routes.get('/admin/keys', requires('enter-office'), (_req, res) => res.page('admin/keys', {}))
  routes.use(
    phoneRoutes(),
    pickingRoutes(),
    orderRoutes(),
    orderChanges(),
    refundChanges(),
    paymentRoutes(),
    bankRoutes(),
    mailRoutes(),
    newProductRoutes(),
    goodsRoutes(),
    turnRoutes(),
    productAddressRoutes(),
    productRoutes(),
    variantRoutes(),
    pictureRoutes(deps.media),
    categoryRoutes(deps),
    detailsRoutes(),
    attributeRoutes(),
    brandRoutes(),
    searchRoutes(),
    recommendationRoutes(deps),
    priceRoutes(),
    saleRoutes(),
    promotionRoutes(),
    voucherCodeRoutes(),
    deliveryRoutes(),
    taxRoutes(),
    marketRoutes(),
    backInStockRoutes(),
    countRoutes(),
    placeRoutes(),
    stockRoutes(),
  )
  routes.use(
    reviewRoutes(),
    customerRoutes(),
    viewingRoutes(),
    customerCareRoutes(deps, privacy),
    jobRoutes(),
    staffRoutes(),
    auditRoutes(),
  )
  return routes
}
