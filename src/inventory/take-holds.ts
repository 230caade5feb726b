import { rows, type Transaction } from '../platform/database.ts'
import { closeHolds } from './close-holds.ts'

/** Turns what an order holds into sold goods: on hand falls, with a movement of each. */
export async function takeHolds(
  tx: Transaction,
  orderId: number,
  reference: string,
  actor: string,
): Promise<void> {
  const taken = await closeHolds(tx, orderId, 'taken')
  await rows(
    `with taken as (select * from unnest($variantIds::bigint[], $quantities::integer[]) as t (variant_id, quantity)),
     sold as (
       update inventory.stock_levels level set on_hand = on_hand - taken.quantity, held = held - taken.quantity
       from taken where level.variant_id = taken.variant_id
     )
     insert into inventory.stock_movements (variant_id, delta, reason, reference, actor)
     select variant_id, -quantity, 'sale', $reference, $actor from taken`,
    { ...taken, reference, actor },
    tx,
  )
}
