import type { Transaction } from '../platform/database.ts'
import { type NewLevel, setStocks } from './set-stocks.ts'

type NewStock = NewLevel & { reason: string; actor: string }

/**
 * Sets how many there are, with a movement of the difference; nothing happens when it is so already.
 * Refuses to go below what is held for orders.
 */
export async function setStock(tx: Transaction, { variantId, onHand, ...by }: NewStock) {
  const outcome = await setStocks(tx, [{ variantId, onHand }], by)
  if (outcome.refused) return { refused: outcome.refused, held: outcome.short[0]!.held }
  return { delta: outcome.deltas.get(variantId)! }
}
