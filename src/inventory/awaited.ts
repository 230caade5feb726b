import { rows, type Transaction } from '../platform/database.ts'

/** What an order still waits for. */
export interface Awaited {
  orderId: number
  variantId: number
  quantity: number
  /** When it is to come: an ISO date in the future, where it is known. */
  restockedOn: string | null
}

/** Of which variants an order has pieces that have not come yet, and how many. */
export function awaitedBy(orderId: number, tx?: Transaction): Promise<Awaited[]> {
  return awaitedByEach([orderId], tx)
}

/** The same of several orders. */
export function awaitedByEach(orderIds: number[], tx?: Transaction): Promise<Awaited[]> {
  return rows<Awaited>(
    `select hold.order_id as "orderId", hold.variant_id as "variantId", hold.waiting as quantity,
       supply.restocked_on::text as "restockedOn"
     from inventory.stock_holds hold join inventory.availability supply on supply.variant_id = hold.variant_id
     where hold.order_id = any($orderIds::bigint[]) and hold.waiting > 0 order by hold.variant_id`,
    { orderIds },
    tx,
  )
}
