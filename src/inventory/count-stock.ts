import { rows, type Transaction, transaction } from '../platform/database.ts'
import { setStocks } from './set-stocks.ts'
import { lockLevels } from './stock-level.ts'

/** How many of a variant somebody has counted, in all places together. */
export interface Counted {
  variantId: number
  onHand: number
  /** How many there were by our books when somebody looked at the count. */
  seen: number
}

/**
 * Sets what there is of each variant to what was counted, with a movement of every difference. Refuses when goods have
 * come or gone since somebody looked, and to go below what is held for orders. Sent twice, the second changes nothing.
 */
export function countStock(counted: Counted[], actor: string) {
  return transaction(async (tx) => {
    const variantIds = counted.map(({ variantId }) => variantId)
    const known = await lockLevels(tx, variantIds)
    const levels = new Map(known.map(({ variantId, onHand }) => [variantId, onHand]))
    const isAnother = ({ variantId, onHand, seen }: Counted) => {
      const now = levels.get(variantId) ?? 0
      return now !== seen && now !== onHand
    }
    if (counted.some(isAnother)) return { refused: 'changed' as const }
    return setStocks(tx, counted, { reason: 'count', actor })
  })
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
