import { rows, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { openLevels } from './change-levels.ts'
import { mainLocation } from './location.ts'
import { availableOf, lockLevels } from './stock-level.ts'

/** How many of a variant may be ordered before they are there, and when they are to come: an ISO date, where it is known. */
export interface BackorderPolicy {
  variantId: number
  /** 0 allows none. */
  limit: number
  restockedOn: string | null
}

/**
 * Says whether more of a variant may be ordered than there are. Those that have been ordered already are still to
 * come, whatever is said.
 */
export function allowBackorders({ variantId, limit, restockedOn }: BackorderPolicy): Promise<void> {
  return transaction(async (tx) => {
    await openLevels(tx, [variantId], await mainLocation(tx))
    const [before] = await lockLevels(tx, [variantId])
    await rows(
      `update inventory.stock_levels set backorder_limit = $limit, restocked_on = $restockedOn::date
       where variant_id = $variantId`,
      { variantId, limit, restockedOn },
      tx,
    )
    const isSold = [before!, { ...before!, backorderLimit: limit }].map((level) => availableOf(level) > 0)
    if (isSold[0] !== isSold[1]) await publish(tx, 'stock.turned', { variantIds: [variantId] })
  })
}
