import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { followShipments } from './order-progress.ts'
import { type Outcome, refuse } from './refusal.ts'
import { lockShipment, mayShipmentMove, moveShipment } from './shipment.ts'

/**
 * A packed parcel leaves the house; the shopper is told. Said twice, it counts once. Refuses a parcel that has come
 * further already, and one of an order that is not to be sent.
 */
export function dispatchShipment(
  shipmentId: number,
  actor: string,
): Promise<Outcome<{ shipmentId: number }>> {
  return transaction(async (tx) => {
    const locked = await lockShipment(tx, shipmentId)
    if (!locked) return refuse('shipment-unknown')
    const { shipment, order } = locked
    if (shipment.state === 'shipped') return { shipmentId }
    if (!mayShipmentMove(shipment.state, 'shipped')) return refuse(`shipment-${shipment.state}`)
    if (!['paid', 'partly_shipped', 'shipped'].includes(order.state)) return refuse(`order-${order.state}`)
    await moveShipment(tx, shipment, 'shipped')
    await followShipments(tx, order, {
      kind: 'shipment_dispatched',
      actor,
      details: { number: shipment.number },
    })
    await publish(tx, 'shipment.dispatched', { orderId: order.id, shipmentId })
    return { shipmentId }
  })
}
