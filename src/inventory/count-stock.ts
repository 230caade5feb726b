import { rows, type Transaction, transaction } from '../platform/database.ts'
import { setStocks } from './set-stocks.ts'

/** How many of a variant somebody has counted, in all places together. */
export interface Counted {
  variantId: number
  onHand: number
}

/**
 * Sets what there is of each variant to what was counted, with a movement of every difference. Refuses to go below what
 * is held for orders, and names where. Sent twice, the second changes nothing.
 */
export function countStock(counted: Counted[], actor: string) {
  return transaction((tx) => setStocks(tx, counted, { reason: 'count', actor }))
}

/** How many there are of the variants that are counted, as the audit log keeps it. */
export async function countState(tx: Transaction, variantIds: number[]): Promise<object> {
  const found = await rows<{ variantId: number; onHand: number }>(
    `select variant_id as "variantId", on_hand as "onHand" from inventory.stock_levels
     where variant_id = any($variantIds::bigint[]) order by variant_id for update`,
    { variantIds },
    tx,
  )
  return Object.fromEntries(found.map(({ variantId, onHand }) => [variantId, onHand]))
}
