import { rows, type Transaction } from '../platform/database.ts'

/** What there is of a variant in all places together. */
export interface StockLevel {
  variantId: number
  onHand: number
  /** Of these, for orders that are not paid. */
  held: number
  /** Ordered, and not here yet. */
  backordered: number
  /** How many may be so at the most. */
  backorderLimit: number
  /** So many at once, or fewer, are few. */
  lowAt: number
}

/** Locks the levels until the end of the transaction, always in the order of their ids, so that nobody waits in a circle. */
export function lockLevels(tx: Transaction, variantIds: number[]): Promise<StockLevel[]> {
  return rows<StockLevel>(
    `select variant_id as "variantId", on_hand as "onHand", held, backordered, backorder_limit as "backorderLimit",
       coalesce(low_at, (select low_at from inventory.defaults)) as "lowAt"
     from inventory.stock_levels where variant_id = any($variantIds) order by variant_id for update`,
    { variantIds },
    tx,
  )
}

/** How many can be sent at once. */
export function atOnce({ onHand, held }: Pick<StockLevel, 'onHand' | 'held'>): number {
  return onHand - held
}

/** How many can be sold: those that can be sent at once, and those that may be ordered before they come. */
export function availableOf(level: StockLevel): number {
  return atOnce(level) + Math.max(0, level.backorderLimit - level.backordered)
}
