import { row, type Transaction, transaction } from '../platform/database.ts'
import { changeLevels, openLevels } from './change-levels.ts'
import { follow } from './follow.ts'
import { findLocation } from './location.ts'
import { locationLevels } from './location-levels.ts'
import type { Adjustment } from './movement.ts'
import { lockLevels } from './stock-level.ts'

/** What staff have found out about what there is of a variant in one place. */
export interface StockAdjustment {
  variantId: number
  /** The code of the place. */
  location: string
  /** So many more, or fewer. */
  delta: number
  reason: Adjustment
  note?: string
  actor: string
  /** The one-time key of the form: sent twice, it counts once. */
  key?: string
}

/**
 * Sets right what there is of a variant in one place, with a movement. Refuses a place into which no goods come, and to
 * go below what is held there for orders (`free` are not held).
 */
export function adjustStock({ variantId, location, delta, ...cause }: StockAdjustment) {
  return transaction(async (tx) => {
    const place = await findLocation(tx, location)
    if (!place) return { refused: 'location-unknown' as const }
    await openLevels(tx, [variantId], place.id)
    const levels = await lockLevels(tx, [variantId])
    if (await hasMoved(tx, cause.key)) return { onHand: levels[0]!.onHand }
    const there = (await locationLevels(tx, [variantId])).find(({ locationId }) => locationId === place.id)
    const free = there ? there.onHand - there.held : 0
    if (free + delta < 0) return { refused: 'held' as const, free }
    await changeLevels(tx, [{ variantId, locationId: place.id, onHand: delta }], cause)
    await follow(tx, levels, [{ variantId, atOnce: delta }])
    return { onHand: levels[0]!.onHand + delta }
  })
}

/** Whether a form with this key has moved goods before. */
export async function hasMoved(tx: Transaction, key: string | undefined): Promise<boolean> {
  if (!key) return false
  const found = await row(
    'select from inventory.stock_movements where form_key = $key::uuid limit 1',
    { key },
    tx,
  )
  return found !== undefined
}
