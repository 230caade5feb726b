import type { Address } from '../addresses/index.ts'
import { row, rows } from '../platform/database.ts'

/** An address that a customer keeps. */
export interface KeptAddress {
  id: number
  address: Address
  isDefault: boolean
}

/** A customer may keep so many. */
export const MOST_ADDRESSES = 20

/** What a customer keeps, the default first. */
export function addressBook(customerId: number): Promise<KeptAddress[]> {
  return rows<KeptAddress>(
    `select id, address, is_default as "isDefault" from customers.addresses
     where customer_id = $customerId and removed_at is null order by is_default desc, id`,
    { customerId },
  )
}

/** One of a customer's own; undefined for anybody else's. */
export function findAddress(customerId: number, id: number): Promise<KeptAddress | undefined> {
  return row<KeptAddress>(
    `select id, address, is_default as "isDefault" from customers.addresses
     where customer_id = $customerId and id = $id and removed_at is null`,
    { customerId, id },
  )
}

/** Where a customer wants parcels to go, if they have said. */
export async function defaultAddress(customerId: number): Promise<Address | undefined> {
  const found = await row<{ address: Address }>(
    'select address from customers.addresses where customer_id = $customerId and is_default',
    { customerId },
  )
  return found?.address
}
