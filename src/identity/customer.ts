import type { Request } from 'express'
import { row } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import { sql } from '../platform/sql.ts'
import type { Role } from './permissions.ts'

/** Somebody with an account, who is signed in. */
export interface Customer {
  id: number
  /** Whose basket and orders theirs are; never shown to anybody. */
  visitorId: string
  email: string
  /** The provider has proved that the address is theirs. */
  isEmailVerified: boolean
  name: string
  /** What they prefer; null while they have not said. */
  locale: Locale | null
  currency: Currency | null
  /** Of staff; customers have none. */
  roles: Role[]
  signInId: string
}

const customers = new WeakMap<Request, Customer>()

/** Who is signed in, or undefined. */
export function customerOf(req: Request): Customer | undefined {
  return customers.get(req)
}

export function rememberCustomer(req: Request, customer: Customer): void {
  customers.set(req, customer)
}

/** The columns of a customer, by their names here. */
export const customerColumns = sql`customer.id, customer.visitor_id as "visitorId", customer.email,
  customer.is_email_verified as "isEmailVerified", customer.name, customer.locale, customer.currency, customer.roles`

/** After so long without a request staff are signed out; customers may stay away for two weeks. */
export const STAFF_IDLE_MINUTES = 60
const IDLE = sql`case when cardinality(customer.roles) > 0 then make_interval(mins => ${STAFF_IDLE_MINUTES})
  else interval '14 days' end`

/** The customer of a sign-in that still counts: not ended, not too old, not left alone too long, nobody disabled. */
export async function signedInCustomer(signInId: string): Promise<Customer | undefined> {
  const found = await row<Customer & { isFresh: boolean }>(
    sql`select ${customerColumns}, sign_in.id as "signInId",
       sign_in.seen_at > now() - interval '1 minute' as "isFresh"
     from identity.sign_ins sign_in join identity.customers customer on customer.id = sign_in.customer_id
     where sign_in.id = $signInId and sign_in.ended_at is null and customer.disabled_at is null
       and sign_in.ends_at > now() and sign_in.seen_at > now() - ${IDLE}`,
    { signInId },
  )
  if (!found) return undefined
  const { isFresh, ...customer } = found
  if (!isFresh) await row('update identity.sign_ins set seen_at = now() where id = $signInId', { signInId })
  return customer
}
