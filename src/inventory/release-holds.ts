import { rows, type Transaction } from '../platform/database.ts'
import { follow, type Shift } from './follow.ts'
import { lockHeld } from './lock-held.ts'

/** Puts what an order holds back on sale, where it was, and lets go of what it waits for. */
export async function releaseHolds(tx: Transaction, orderId: number): Promise<void> {
  const levels = await lockHeld(tx, orderId)
  const released = await rows<Required<Shift>>(
    `with open as (
       select id, variant_id, quantity, waiting from inventory.stock_holds where order_id = $orderId and state = 'held'),
     part as (
       delete from inventory.stock_hold_parts part using open where part.hold_id = open.id
       returning open.variant_id, part.location_id, part.quantity),
     place as (
       update inventory.location_levels place set held = held - part.quantity
       from part where place.variant_id = part.variant_id and place.location_id = part.location_id),
     level as (
       update inventory.stock_levels level
       set held = held - open.quantity + open.waiting, backordered = backordered - open.waiting
       from open where level.variant_id = open.variant_id)
     update inventory.stock_holds hold set state = 'released', waiting = 0
     from open where hold.id = open.id
     returning hold.variant_id as "variantId", open.quantity - open.waiting as "atOnce", -open.waiting as waiting`,
    { orderId },
    tx,
  )
  await follow(tx, levels, released)
}
