import { transaction } from '../platform/database.ts'
import { hasMoved } from './adjust-stock.ts'
import { changeLevels, openLevels } from './change-levels.ts'
import { findLocation } from './location.ts'
import { locationLevels } from './location-levels.ts'
import { lockLevels } from './stock-level.ts'

/** Goods that go from one place to another; the places by their codes. */
export interface StockTransfer {
  variantId: number
  from: string
  to: string
  quantity: number
  note?: string
  actor: string
  /** The one-time key of the form: sent twice, it counts once. */
  key?: string
}

/**
 * Brings goods from one place to another, with a movement of each. Refuses a place into which no goods come, nothing,
 * and more than is `free` there: what is held for orders stays.
 */
export function transferStock({ variantId, from, to, quantity, ...cause }: StockTransfer) {
  return transaction(async (tx) => {
    const [source, target] = [await findLocation(tx, from), await findLocation(tx, to)]
    if (!source || !target || source.id === target.id) return { refused: 'location-unknown' as const }
    await openLevels(tx, [variantId], target.id)
    await lockLevels(tx, [variantId])
    if (await hasMoved(tx, cause.key)) return { quantity }
    const there = (await locationLevels(tx, [variantId])).find(({ locationId }) => locationId === source.id)
    const free = there ? there.onHand - there.held : 0
    if (quantity < 1 || quantity > free) return { refused: 'short' as const, free }
    await changeLevels(
      tx,
      [
        { variantId, locationId: source.id, onHand: -quantity },
        { variantId, locationId: target.id, onHand: quantity },
      ],
      { ...cause, reason: 'transfer' },
    )
    return { quantity }
  })
}
