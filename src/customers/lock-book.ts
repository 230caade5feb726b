import { rows, type Transaction } from '../platform/database.ts'
import type { KeptAddress } from './address-book.ts'

/** The customer's addresses, which nobody else changes until the end of the transaction. */
export async function lockBook(tx: Transaction, customerId: number): Promise<KeptAddress[]> {
  await rows(
    `select pg_advisory_xact_lock(hashtextextended('customers.addresses', $customerId))`,
    { customerId },
    tx,
  )
  return rows<KeptAddress>(
    `select id, address, is_default as "isDefault" from customers.addresses
     where customer_id = $customerId and removed_at is null order by is_default desc, id`,
    { customerId },
    tx,
  )
}
