import { Router } from 'express'
import { customerOf, may, permissionNames, requires } from '../identity/index.ts'
import { staffRoutes } from './staff-routes.ts'

/** The back office: `/admin/…`. Whoever comes in needs a right to; each screen asks for its own beside it. */
export function adminRoutes(): Router {
  const routes = Router()
  routes.use('/admin', requires('enter-office'))

  routes.get('/admin', async (req, res) => {
    const { name, email, roles } = customerOf(req)!
    const allowed = permissionNames.filter((permission) => may(req, permission))
    await res.page('admin/show', { name: name || email, roles, allowed })
  })
  routes.use(staffRoutes())
  return routes
}
