import type { Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { type LineCounts, lineCounts } from './line-counts.ts'
import type { Order } from './order.ts'
import { moveOrder, noteEvent, type OrderEvent, type OrderState } from './order-states.ts'

/** Writes what happened to a parcel of a locked, paid order, and moves the order to where its parcels have it. */
export async function followShipments(tx: Transaction, order: Order, event: OrderEvent): Promise<void> {
  const reached = stateOf(await lineCounts(order.id, tx))
  if (reached === order.state) return noteEvent(tx, order.id, order.state, event)
  await moveOrder(tx, order, reached, event)
  if (reached !== 'partly_shipped') await publish(tx, `order.${reached}`, { orderId: order.id })
}

/** How far an order is, by its parcels: a lost one has left the house too, but it has not arrived. */
export function stateOf(
  lines: Pick<LineCounts, 'quantity' | 'cancelled' | 'shipped' | 'delivered' | 'lost'>[],
): Extract<OrderState, 'paid' | 'partly_shipped' | 'shipped' | 'delivered'> {
  const wanted = lines.map((line) => ({ ...line, pieces: line.quantity - line.cancelled }))
  const hasArrived = wanted.some(({ delivered }) => delivered > 0)
  if (hasArrived && wanted.every(({ delivered, pieces }) => delivered >= pieces)) return 'delivered'
  const gone = wanted.map(({ shipped, delivered, lost, pieces }) => ({
    left: shipped + delivered + lost,
    pieces,
  }))
  if (gone.every(({ left }) => left === 0)) return 'paid'
  return gone.every(({ left, pieces }) => left >= pieces) ? 'shipped' : 'partly_shipped'
}
