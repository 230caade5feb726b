import type { Request, RequestHandler } from 'express'
import { inCompany, row, rows } from '../platform/database.ts'
import { Forbidden } from '../platform/errors.ts'
import { sessionOf } from '../platform/sessions.ts'
import { sql } from '../platform/sql.ts'
import { type Customer, customerColumns, customerOf, rememberCustomer } from './customer.ts'
import { allows } from './permissions.ts'

declare module 'express-session' {
  interface SessionData {
    /** As which customer somebody of the staff sees the shop, and until when (ms). */
    viewing: { customerId: number; until: number }
  }
}

const HALF_AN_HOUR_MS = 30 * 60 * 1_000
/** Here somebody of the staff stays who they are. */
const OWN = /^\/(admin|sign-in|sign-out)(\/|$)/
/** Here a look alone begins something. */
const NOT_TO_SEE = /^\/checkout(\/|$)/

const viewed = new WeakMap<Request, Customer>()

/** As whom somebody of the staff sees this page, or undefined. */
export function viewedBy(req: Request): Customer | undefined {
  return viewed.get(req)
}

/** From now on somebody of the staff sees the shop as this customer does, for half an hour at most. */
export function beginViewing(req: Request, customerId: number): void {
  sessionOf(req).viewing = { customerId, until: Date.now() + HALF_AN_HOUR_MS }
}

export function endViewing(req: Request): void {
  if (req.session) delete req.session.viewing
}

/** Shows the shop as a customer sees it to whoever of the staff has asked for that; they change nothing there. */
export const viewing: RequestHandler = async (req, _res, next) => {
  const asked = req.session?.viewing
  if (!asked || OWN.test(req.path)) return next()
  const staff = customerOf(req)
  const isAllowed = staff && allows(staff.roles, 'view-as-customers') && asked.until > Date.now()
  const customer = isAllowed ? await customerToView(asked.customerId) : undefined
  if (!staff || !customer) {
    endViewing(req)
    return next()
  }
  if (!['GET', 'HEAD'].includes(req.method) || NOT_TO_SEE.test(req.path))
    throw new Forbidden('act-as-customers')
  const seen = { ...customer, signInId: staff.signInId }
  rememberCustomer(req, seen)
  viewed.set(req, seen)
  inCompany(readOnly, next)
}

/** Whatever a page may write when its owner looks at it, it does not write now. */
const readOnly = {
  before: async (tx: Parameters<typeof rows>[2]) => {
    await rows('set transaction read only', [], tx)
  },
  after: async () => undefined,
}

function customerToView(customerId: number): Promise<Omit<Customer, 'signInId'> | undefined> {
  return row(
    sql`select ${customerColumns} from identity.customers customer
     where id = $customerId and cardinality(roles) = 0`,
    { customerId },
  )
}
