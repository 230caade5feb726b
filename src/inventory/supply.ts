import { rows, type Transaction } from '../platform/database.ts'

/** How much of a variant can be sold, and when it can be sent. */
export interface Supply {
  /** All that can be sold, also what is yet to come. */
  available: number
  /** Of these, what can be sent at once. */
  atOnce: number
  /** When the others are to come: an ISO date in the future, where it is known. */
  restockedOn: string | null
}

const nothing: Supply = { available: 0, atOnce: 0, restockedOn: null }

/** What there is of each variant, by its id; of unknown ones there is nothing. */
export async function suppliesOf(variantIds: number[], tx?: Transaction): Promise<Map<number, Supply>> {
  const found = await rows<Supply & { variantId: number }>(
    `select variant_id as "variantId", available, at_once as "atOnce", restocked_on::text as "restockedOn"
     from inventory.availability where variant_id = any($variantIds)`,
    { variantIds },
    tx,
  )
  const known = new Map(found.map(({ variantId, ...supply }) => [variantId, supply]))
  return new Map(variantIds.map((id) => [id, known.get(id) ?? nothing]))
}
