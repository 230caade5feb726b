import { transaction } from '../platform/database.ts'
import { followShipments } from './order-progress.ts'
import { type Outcome, refuse } from './refusal.ts'
import { lockShipment, mayShipmentMove, moveShipment } from './shipment.ts'

/** A parcel has arrived. Said twice, it counts once; refuses one that is not on its way. */
export function deliverShipment(shipmentId: number, actor: string): Promise<Outcome<{ shipmentId: number }>> {
  return endShipment(shipmentId, 'delivered', actor)
}

/**
 * A parcel is given up. Its pieces are to be sent again (by `createShipment`, from the shelf) or given back (by
 * `cancelLines`). Said twice, it counts once; refuses one that is not on its way.
 */
export function loseShipment(shipmentId: number, actor: string): Promise<Outcome<{ shipmentId: number }>> {
  return endShipment(shipmentId, 'lost', actor)
}

function endShipment(shipmentId: number, end: 'delivered' | 'lost', actor: string) {
  return transaction(async (tx): Promise<Outcome<{ shipmentId: number }>> => {
    const locked = await lockShipment(tx, shipmentId)
    if (!locked) return refuse('shipment-unknown')
    const { shipment, order } = locked
    if (shipment.state === end) return { shipmentId }
    if (!mayShipmentMove(shipment.state, end)) return refuse(`shipment-${shipment.state}`)
    await moveShipment(tx, shipment, end)
    const details = { number: shipment.number }
    await followShipments(tx, order, { kind: `shipment_${end}`, actor, details })
    return { shipmentId }
  })
}
