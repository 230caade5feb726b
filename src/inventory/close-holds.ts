import { rows, type Transaction } from '../platform/database.ts'
import { lockLevels } from './levels.ts'

interface ClosedHolds {
  variantIds: number[]
  quantities: number[]
}

/** Ends an order's open holds and says what they held; the levels are locked, the caller settles them. */
export async function closeHolds(
  tx: Transaction,
  orderId: number,
  state: 'taken' | 'released',
): Promise<ClosedHolds> {
  const open = await rows<{ variantId: number }>(
    `select variant_id as "variantId" from inventory.stock_holds where order_id = $orderId and state = 'held'`,
    { orderId },
    tx,
  )
  await lockLevels(
    tx,
    open.map((hold) => hold.variantId),
  )
  const closed = await rows<{ variantId: number; quantity: number }>(
    `update inventory.stock_holds set state = $state where order_id = $orderId and state = 'held'
     returning variant_id as "variantId", quantity`,
    { orderId, state },
    tx,
  )
  return { variantIds: closed.map((hold) => hold.variantId), quantities: closed.map((hold) => hold.quantity) }
}
