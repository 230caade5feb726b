import type { Address } from '../addresses/index.ts'
import { row } from '../platform/database.ts'

/** Where an order goes, and whether that can still be changed: before anything of it is packed. */
export interface OrderAddress {
  number: string
  address: Address
  mayChange: boolean
}

/** @throws Error when there is no such order. */
export async function orderAddress(orderId: number): Promise<OrderAddress> {
  const found = await row<OrderAddress>(
    `select number, delivery_address as address, state in ('awaiting_payment', 'paid')
       and not exists (select 1 from orders.shipments where order_id = $orderId) as "mayChange"
     from orders.orders where id = $orderId`,
    { orderId },
  )
  if (!found) throw new Error(`There is no order ${orderId}`)
  return found
}
