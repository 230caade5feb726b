import { Router } from 'express'
import { beginViewing, endViewing } from '../identity/index.ts'
import { nothing } from '../platform/forms.ts'
import { changes } from './change.ts'
import { customerHere } from './customer-here.ts'
import { logDeed } from './log-deed.ts'

/** Seeing the shop as a customer does: `/admin/customers/:customer/viewing`, and no more: `/admin/viewing/end`. */
export function viewingRoutes(): Router {
  const routes = Router()
  routes.post(
    '/admin/customers/:customer/viewing',
    ...changes(
      {
        ...{ right: 'view-as-customers', action: 'customer-viewed' },
        subject: (req) => `account ${req.params.customer}`,
      },
      nothing,
      async (req, res) => {
        const { id } = await customerHere(req)
        await logDeed()
        beginViewing(req, id)
        res.redirect(303, req.addressTo('/account'))
      },
    ),
  )
  routes.post(
    '/admin/viewing/end',
    ...changes(
      {
        ...{ right: 'view-as-customers', action: 'customer-view-ended' },
        subject: (req) => `account ${req.session.viewing?.customerId ?? ''}`,
      },
      nothing,
      async (req, res) => {
        const customerId = req.session.viewing?.customerId
        if (customerId) await logDeed()
        endViewing(req)
        res.redirect(303, req.addressTo(customerId ? `/admin/customers/${customerId}` : '/admin/customers'))
      },
    ),
  )
  return routes
}
