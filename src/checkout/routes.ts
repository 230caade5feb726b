import { Router } from 'express'
import type { Stripe } from '../payments/index.ts'
import { addressRoutes } from './address-routes.ts'
import { firstUndone } from './checkout-view.ts'
import { choiceRoutes } from './choice-routes.ts'
import { checkoutHere, withoutBasket } from './current-checkout.ts'
import { orderAddressRoutes } from './order-address-routes.ts'
import { orderingRoutes } from './ordering-routes.ts'
import { reorderRoutes } from './reorder-routes.ts'

/** The way from basket to order, one thing a page: `/checkout/…`. */
export function checkoutRoutes(deps: { stripe: Stripe }): Router {
  const routes = Router()
  routes.get('/checkout', async (req, res) => {
    const checkout = await checkoutHere(req)
    const next = checkout ? req.addressTo(`/checkout/${firstUndone(checkout)}`) : await withoutBasket(req)
    res.redirect(303, next)
  })
  routes.use(addressRoutes(), choiceRoutes(), orderingRoutes(deps), orderAddressRoutes(), reorderRoutes())
  return routes
}
