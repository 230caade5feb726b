import { rows, type Transaction } from '../platform/database.ts'

/** What an order still waits for. */
export interface Awaited {
  variantId: number
  quantity: number
  /** When it is to come: an ISO date in the future, where it is known. */
  restockedOn: string | null
}

/** Of which variants an order has pieces that have not come yet, and how many. */
export function awaitedBy(orderId: number, tx?: Transaction): Promise<Awaited[]> {
  return rows<Awaited>(
    `select hold.variant_id as "variantId", hold.waiting as quantity, supply.restocked_on::text as "restockedOn"
     from inventory.stock_holds hold join inventory.availability supply on supply.variant_id = hold.variant_id
     where hold.order_id = $orderId and hold.waiting > 0 order by hold.variant_id`,
    { orderId },
    tx,
  )
}
