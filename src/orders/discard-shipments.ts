import { putBack } from '../inventory/index.ts'
import { rows, type Transaction, transaction } from '../platform/database.ts'
import type { Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Outcome, refuse } from './refusal.ts'
import { lockShipment } from './shipment.ts'

/**
 * Unpacks a parcel that was packed wrongly: its pieces are in no parcel again, and those that were to replace lost ones
 * are on the shelf. Refuses one that has left the house.
 */
export function discardShipment(shipmentId: number, actor: string): Promise<Outcome<{ orderId: number }>> {
  return transaction(async (tx) => {
    const locked = await lockShipment(tx, shipmentId)
    if (!locked) return refuse('shipment-unknown')
    const { shipment, order } = locked
    if (shipment.state !== 'preparing') return refuse(`shipment-${shipment.state}`)
    await discard(tx, order, [shipment.id], actor)
    return { orderId: order.id }
  })
}

/** The same for every parcel of a locked order that has not left the house. */
export async function discardShipments(tx: Transaction, order: Order, actor: string): Promise<void> {
  const preparing = await rows<{ id: number }>(
    `select id from orders.shipments where order_id = $id and state = 'preparing'`,
    { id: order.id },
    tx,
  )
  await discard(
    tx,
    order,
    preparing.map(({ id }) => id),
    actor,
  )
}

async function discard(tx: Transaction, order: Order, ids: number[], actor: string): Promise<void> {
  await putReplacementsBack(tx, order, ids, actor)
  const discarded = await rows<{ number: number }>(
    'delete from orders.shipments where id = any($ids::bigint[]) returning number',
    { ids },
    tx,
  )
  for (const { number } of discarded) {
    await noteEvent(tx, order.id, order.state, { kind: 'shipment_discarded', actor, details: { number } })
  }
}

async function putReplacementsBack(
  tx: Transaction,
  order: Order,
  ids: number[],
  actor: string,
): Promise<void> {
  const goods = await rows<{ variantId: number; quantity: number }>(
    `select line.variant_id as "variantId", sum(part.replacing)::integer as quantity
     from orders.shipment_lines part
     join orders.order_lines line on line.order_id = part.order_id and line.position = part.position
     where part.shipment_id = any($ids::bigint[]) and part.replacing > 0 group by line.variant_id`,
    { ids },
    tx,
  )
  await putBack(tx, goods, { reason: 'replacement', reference: order.number, actor })
}
