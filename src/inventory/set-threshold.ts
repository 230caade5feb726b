import { rows, transaction } from '../platform/database.ts'
import { openLevels } from './change-levels.ts'
import { mainLocation } from './location.ts'

/** Says how many of a variant are few; null is what the shop says of all. */
export function setThreshold(variantId: number, lowAt: number | null): Promise<void> {
  return transaction(async (tx) => {
    await openLevels(tx, [variantId], await mainLocation(tx))
    await rows(
      'update inventory.stock_levels set low_at = $lowAt where variant_id = $variantId',
      { variantId, lowAt },
      tx,
    )
  })
}

/** Says how many are few of whatever says nothing else. */
export function setDefaultThreshold(lowAt: number): Promise<void> {
  return transaction(async (tx) => {
    await rows('update inventory.defaults set low_at = $lowAt', { lowAt }, tx)
  })
}
