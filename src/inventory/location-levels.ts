import { rows, type Transaction } from '../platform/database.ts'

/** What there is of a variant in one place. */
export interface LocationLevel {
  variantId: number
  locationId: number
  country: string
  /** Places with a lower one come first. */
  position: number
  onHand: number
  held: number
}

/**
 * What there is of the variants in every place that has some. Whoever decides by it has locked the variants' levels
 * in a statement before: that lock is theirs too.
 */
export function locationLevels(tx: Transaction, variantIds: number[]): Promise<LocationLevel[]> {
  return rows<LocationLevel>(
    `select level.variant_id as "variantId", level.location_id as "locationId", location.country, location.position,
       level.on_hand as "onHand", level.held
     from inventory.location_levels level join inventory.locations location on location.id = level.location_id
     where level.variant_id = any($variantIds) and level.on_hand > 0`,
    { variantIds },
    tx,
  )
}
