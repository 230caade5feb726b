import { rows, type Transaction } from '../platform/database.ts'
import { lockHeld } from './lock-held.ts'

/**
 * Turns what an order holds into sold goods: on hand falls, with a movement of each from where it was held. What it
 * still waits for is sold as it comes, under the same reference.
 */
export async function takeHolds(
  tx: Transaction,
  orderId: number,
  reference: string,
  actor: string,
): Promise<void> {
  await lockHeld(tx, orderId)
  await rows(
    `with taken as (
       update inventory.stock_holds set state = 'taken', reference = $reference
       where order_id = $orderId and state = 'held' returning id, variant_id),
     part as (
       select taken.variant_id, part.location_id, part.quantity
       from taken join inventory.stock_hold_parts part on part.hold_id = taken.id),
     place as (
       update inventory.location_levels place set on_hand = on_hand - part.quantity, held = held - part.quantity
       from part where place.variant_id = part.variant_id and place.location_id = part.location_id),
     level as (
       update inventory.stock_levels level set on_hand = on_hand - sold.quantity, held = held - sold.quantity
       from (select variant_id, sum(quantity) as quantity from part group by variant_id) sold
       where level.variant_id = sold.variant_id)
     insert into inventory.stock_movements (variant_id, location_id, delta, reason, reference, actor)
     select variant_id, location_id, -quantity, 'sale', $reference, $actor from part order by variant_id, location_id`,
    { orderId, reference, actor },
    tx,
  )
}
