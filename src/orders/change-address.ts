import type { Address } from '../addresses/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Outcome, refuse } from './refusal.ts'

/**
 * Sends an order elsewhere in the same country and region, for which its tax and delivery were computed, before anything of it is
 * packed. The same address changes nothing. Refuses another country or region, and once there is a parcel.
 */
export function changeAddress(
  orderId: number,
  to: Address,
  actor: string,
): Promise<Outcome<{ orderId: number }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    const kept = await row<{ from: Address; region: string; hasParcels: boolean; isSame: boolean }>(
      `select delivery_address as "from", coalesce(quote ->> 'region', '') as region, delivery_address = $to::jsonb as "isSame",
         exists (select 1 from orders.shipments where order_id = $orderId) as "hasParcels"
       from orders.orders where id = $orderId`,
      { orderId, to: JSON.stringify(to) },
      tx,
    )
    const { from, region, hasParcels, isSame } = kept!
    if (isSame) return { orderId }
    if (!['awaiting_payment', 'paid'].includes(order.state)) return refuse(`order-${order.state}`)
    if (hasParcels) return refuse('packed')
    if (to.country !== from.country || (region !== '' && to.region !== region)) return refuse('other-country')
    await rows(
      'update orders.orders set delivery_address = $to where id = $orderId',
      { orderId, to: JSON.stringify(to) },
      tx,
    )
    await noteEvent(tx, orderId, order.state, { kind: 'address_changed', actor, details: { from, to } })
    return { orderId }
  })
}
