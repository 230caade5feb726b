import { rows, type Transaction } from '../platform/database.ts'
import type { Cause } from './movement.ts'

/** By how much what there is of a variant in one place changes. */
export interface LevelChange {
  variantId: number
  locationId: number
  onHand: number
  held?: number
}

/**
 * Changes locked levels, in each place and all together, with a movement of whatever came or went. The places are open
 * for the variants already.
 */
export async function changeLevels(tx: Transaction, changes: LevelChange[], cause: Cause): Promise<void> {
  if (changes.length === 0) return
  const { reason, actor, reference = null, note = '', key = null } = cause
  await rows(
    `with change as (
       select variant_id, location_id, sum(on_hand)::integer as on_hand, sum(held)::integer as held
       from unnest($variantIds::bigint[], $locationIds::integer[], $onHand::integer[], $held::integer[])
         as change (variant_id, location_id, on_hand, held)
       group by variant_id, location_id),
     place as (
       update inventory.location_levels place
       set on_hand = place.on_hand + change.on_hand, held = place.held + change.held
       from change where place.variant_id = change.variant_id and place.location_id = change.location_id),
     level as (
       update inventory.stock_levels level set on_hand = level.on_hand + total.on_hand, held = level.held + total.held
       from (select variant_id, sum(on_hand) as on_hand, sum(held) as held from change group by variant_id) total
       where level.variant_id = total.variant_id)
     insert into inventory.stock_movements (variant_id, location_id, delta, reason, reference, actor, note, form_key)
     select variant_id, location_id, on_hand, $reason, $reference, $actor, $note, $key::uuid
     from change where on_hand <> 0 order by variant_id, location_id`,
    {
      variantIds: changes.map(({ variantId }) => variantId),
      locationIds: changes.map(({ locationId }) => locationId),
      onHand: changes.map(({ onHand }) => onHand),
      held: changes.map(({ held = 0 }) => held),
      ...{ reason, actor, reference, note, key },
    },
    tx,
  )
}

/** Opens levels for variants of which nobody has known anything, here or in all places. */
export async function openLevels(tx: Transaction, variantIds: number[], locationId: number): Promise<void> {
  await rows(
    `with level as (
       insert into inventory.stock_levels (variant_id)
       select id from unnest($variantIds::bigint[]) as variant(id) order by id on conflict do nothing)
     insert into inventory.location_levels (variant_id, location_id)
     select id, $locationId from unnest($variantIds::bigint[]) as variant(id) order by id on conflict do nothing`,
    { variantIds, locationId },
    tx,
  )
}
