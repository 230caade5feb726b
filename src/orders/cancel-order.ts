import { putBack } from '../inventory/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import { discardShipments } from './discard-shipments.ts'
import { endOrder } from './end-order.ts'
import { lineCounts } from './line-counts.ts'
import { lockOrder, type Order } from './order.ts'
import { mayMove } from './order-states.ts'
import { wholeRest } from './refund-parts.ts'
import { type Outcome, refuse } from './refusal.ts'
import { refundRoom, writeRefund } from './write-refund.ts'

/**
 * Cancels an order of which nothing has left the house: the goods are on sale again, and what was paid goes back the
 * way it came. Said twice, it counts once. Refuses an order that is on its way or has come to its end.
 */
export function cancelOrder(orderId: number, actor: string): Promise<Outcome<{ number: string }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    if (order.state === 'cancelled') return { number: order.number }
    if (!mayMove(order.state, 'cancelled')) return refuse(`order-${order.state}`)
    await endOrder(tx, order, 'cancelled', actor)
    if (order.state === 'paid') await undoSale(tx, { ...order, state: 'cancelled' }, actor)
    return { number: order.number }
  })
}

async function undoSale(tx: Transaction, order: Order, actor: string): Promise<void> {
  await discardShipments(tx, order, actor)
  const counts = await lineCounts(order.id, tx)
  const goods = counts.map(({ variantId, quantity, cancelled }) => ({
    variantId,
    quantity: quantity - cancelled,
  }))
  await putBack(tx, goods, { reason: 'cancellation', reference: order.number, actor })
  const room = await refundRoom(tx, order)
  const cause = { reason: 'cancelled', key: 'cancellation', actor }
  await writeRefund(tx, order, room, wholeRest(counts, room), cause)
}
