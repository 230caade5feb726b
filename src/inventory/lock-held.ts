import { rows, type Transaction } from '../platform/database.ts'
import { lockLevels, type StockLevel } from './stock-level.ts'

/** Locks the levels of what an order holds. */
export async function lockHeld(tx: Transaction, orderId: number): Promise<StockLevel[]> {
  const open = await rows<{ variantId: number }>(
    `select variant_id as "variantId" from inventory.stock_holds where order_id = $orderId and state = 'held'`,
    { orderId },
    tx,
  )
  return lockLevels(
    tx,
    open.map(({ variantId }) => variantId),
  )
}
