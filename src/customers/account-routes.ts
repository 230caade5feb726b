import { Router } from 'express'
import { customerOf, may, requiresCustomer } from '../identity/index.ts'

/** `/account`: what there is of a customer, and where. */
export function accountRoutes(): Router {
  const routes = Router()
  routes.get('/account', requiresCustomer, async (req, res) => {
    const { name, email } = customerOf(req)!
    await res.page('customers/account', { name, email, isStaff: may(req, 'enter-office') })
  })
  return routes
}
