import { rows, type Transaction } from '../platform/database.ts'

/** How many there are of these variants and how many of them are held, by variant; of the others nothing is known. */
export async function stockLevels(variantIds: number[], tx?: Transaction) {
  const found = await rows<{ variantId: number; onHand: number; held: number }>(
    `select variant_id as "variantId", on_hand as "onHand", held from inventory.stock_levels
     where variant_id = any($variantIds::bigint[])`,
    { variantIds },
    tx,
  )
  return new Map(found.map((level) => [level.variantId, level]))
}
