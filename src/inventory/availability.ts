import { rows, type Transaction } from '../platform/database.ts'

/** How many of each variant can be sold now (on hand less held), by variant id; unknown ones are 0. */
export async function availabilityOf(variantIds: number[], tx?: Transaction): Promise<Map<number, number>> {
  const found = await rows<{ variantId: number; available: number }>(
    'select variant_id as "variantId", available from inventory.availability where variant_id = any($variantIds)',
    { variantIds },
    tx,
  )
  const known = new Map(found.map((level) => [level.variantId, level.available]))
  return new Map(variantIds.map((id) => [id, known.get(id) ?? 0]))
}
