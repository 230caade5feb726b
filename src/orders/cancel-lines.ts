import { putBack } from '../inventory/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { inHouse, lineCounts, unsent } from './line-counts.ts'
import { lockOrder } from './order.ts'
import { followShipments } from './order-progress.ts'
import { type Pieces, summed } from './pieces.ts'
import { refundParts } from './refund-parts.ts'
import { type Outcome, refuse } from './refusal.ts'
import { type RefundCause, refundRoom, writeRefund } from './write-refund.ts'

/**
 * Gives pieces of a paid order up that are in no parcel: they are refunded and will not be sent; those that lie in the
 * house are on sale again. The same key counts once. Refuses pieces that are in a parcel, and all of an order of which
 * nothing has left the house, for which there is `cancelOrder`.
 */
export function cancelLines(
  orderId: number,
  pieces: Pieces[],
  cause: Omit<RefundCause, 'returnId'>,
): Promise<Outcome<{ orderId: number }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    const known = await row(
      `select 1 from orders.order_events
       where order_id = $orderId and kind = 'lines_cancelled' and details ->> 'key' = $key`,
      { orderId, key: cause.key },
      tx,
    )
    if (known) return { orderId }
    if (!['paid', 'partly_shipped', 'shipped'].includes(order.state)) return refuse(`order-${order.state}`)
    const counts = await lineCounts(orderId, tx)
    const wanted = summed(pieces, counts)
    if (!wanted) return refuse('lines')
    const tooMany = wanted.find(({ line, quantity }) => quantity > unsent(line))
    if (tooMany) return refuse('too-many', { title: tooMany.line.title, left: unsent(tooMany.line) })
    const rest = counts.reduce((sum, { quantity, cancelled }) => sum + quantity - cancelled, 0)
    const given = wanted.reduce((sum, { quantity }) => sum + quantity, 0)
    if (order.state === 'paid' && given === rest) return refuse('whole-order')
    const room = await refundRoom(tx, order)
    const parts = refundParts({ lines: pieces }, counts, room, { isUpTo: true })
    if (parts.refused) return parts
    const shelved = wanted.map(({ line, quantity }) => ({
      variantId: line.variantId,
      quantity: Math.min(quantity, line.awaited + inHouse(line)),
    }))
    await putBack(tx, shelved, { reason: 'cancellation', reference: order.number, actor: cause.actor })
    await rows(
      `update orders.order_lines line set cancelled = cancelled + given.quantity
       from unnest($positions::integer[], $quantities::integer[]) as given (position, quantity)
       where line.order_id = $orderId and line.position = given.position`,
      {
        orderId,
        positions: wanted.map(({ line }) => line.position),
        quantities: wanted.map(({ quantity }) => quantity),
      },
      tx,
    )
    await writeRefund(tx, order, room, parts, cause)
    const details = { key: cause.key, lines: wanted.map(({ line, quantity }) => [line.position, quantity]) }
    await followShipments(tx, order, { kind: 'lines_cancelled', actor: cause.actor, details })
    return { orderId }
  })
}
