import type { Store } from 'express-session'
import { row, type Transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'

/** By what the provider knows a customer, and the sessions in which they are signed in. Locks the customer. */
export async function identityOf(
  tx: Transaction,
  customerId: number,
): Promise<{ issuer: string; subject: string; sessionIds: string[] }> {
  const found = await row<{ issuer: string; subject: string; sessionIds: string[] }>(
    `select issuer, subject, array(select session_id from identity.sign_ins
       where customer_id = customer.id and session_id is not null) as "sessionIds"
     from identity.customers customer where id = $customerId for update`,
    { customerId },
    tx,
  )
  return found!
}

/** Takes a session out of its store; one that cannot be reached ends by itself. */
export function forgetSession(store: Store, id: string): Promise<void> {
  return new Promise((resolve) => {
    store.destroy(id, (error) => {
      if (error) logger.warn({ err: error }, 'a session was not ended')
      resolve()
    })
  })
}
