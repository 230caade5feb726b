import { rows } from '../platform/database.ts'

/** One place where a customer is signed in. */
export interface SignInView {
  id: string
  /** Browser and system in words; empty when they do not say. */
  browser: string
  startedAt: Date
  seenAt: Date
}

/** Where a customer is signed in, the latest seen first. */
export function signInsView(customerId: number): Promise<SignInView[]> {
  return rows<SignInView>(
    `select id, browser, started_at as "startedAt", seen_at as "seenAt" from identity.sign_ins
     where customer_id = $customerId and ended_at is null and ends_at > now()
     order by seen_at desc, id limit 50`,
    { customerId },
  )
}
