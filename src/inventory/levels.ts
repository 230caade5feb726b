import { rows, type Transaction } from '../platform/database.ts'

export interface StockLevel {
  variantId: number
  onHand: number
  held: number
}

/** Locks the levels until the end of the transaction, always in the order of their ids, so that nobody waits in a circle. */
export function lockLevels(tx: Transaction, variantIds: number[]): Promise<StockLevel[]> {
  return rows<StockLevel>(
    `select variant_id as "variantId", on_hand as "onHand", held from inventory.stock_levels
     where variant_id = any($variantIds) order by variant_id for update`,
    { variantIds },
    tx,
  )
}
