import { row, rows, type Transaction } from '../platform/database.ts'
import { lockOrder, type Order } from './order.ts'

/** Which state of a parcel may follow which. What is not here does not happen. */
const followers = {
  preparing: ['shipped'],
  shipped: ['delivered', 'lost'],
  delivered: [],
  lost: [],
} as const satisfies Record<string, readonly string[]>

export type ShipmentState = keyof typeof followers

export interface Shipment {
  id: number
  orderId: number
  number: number
  state: ShipmentState
}

/** A parcel with its order; both stay locked until the end of the transaction, the order first. */
export async function lockShipment(
  tx: Transaction,
  shipmentId: number,
): Promise<{ shipment: Shipment; order: Order } | undefined> {
  const known = await row<{ orderId: number }>(
    'select order_id as "orderId" from orders.shipments where id = $shipmentId',
    { shipmentId },
    tx,
  )
  const order = known && (await lockOrder(tx, known.orderId))
  const shipment = await row<Shipment>(
    'select id, order_id as "orderId", number, state from orders.shipments where id = $shipmentId for update',
    { shipmentId },
    tx,
  )
  return order && shipment && { shipment, order }
}

export function mayShipmentMove(from: ShipmentState, to: ShipmentState): boolean {
  return (followers[from] as readonly string[]).includes(to)
}

/**
 * Moves a locked parcel to another state, at this moment.
 * @throws Error for a move that the table above does not know.
 */
export async function moveShipment(tx: Transaction, shipment: Shipment, to: ShipmentState): Promise<void> {
  if (!mayShipmentMove(shipment.state, to)) {
    throw new Error(`Shipment ${shipment.id} cannot go from ${shipment.state} to ${to}`)
  }
  await rows(
    `update orders.shipments set state = $to, shipped_at = coalesce(shipped_at, now()),
       ended_at = case when $to = 'shipped' then null else now() end
     where id = $id`,
    { id: shipment.id, to },
    tx,
  )
}
