import { rows, type Transaction } from '../platform/database.ts'
import { closeHolds } from './close-holds.ts'

/** Puts what an order holds back on sale. */
export async function releaseHolds(tx: Transaction, orderId: number): Promise<void> {
  const released = await closeHolds(tx, orderId, 'released')
  await rows(
    `update inventory.stock_levels level set held = held - released.quantity
     from unnest($variantIds::bigint[], $quantities::integer[]) as released (variant_id, quantity)
     where level.variant_id = released.variant_id`,
    { ...released },
    tx,
  )
}
