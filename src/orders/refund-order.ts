import { row, transaction } from '../platform/database.ts'
import { lineCounts } from './line-counts.ts'
import { lockOrder } from './order.ts'
import { type RefundWish, refundParts } from './refund-parts.ts'
import { type Outcome, refuse } from './refusal.ts'
import { type RefundCause, refundRoom, writeRefund } from './write-refund.ts'

/**
 * Gives a part of an order's payment back: by line, of its delivery, or out of goodwill. The same key is the same
 * refund, however often it is sent. Refuses what is more than was paid, overall or for a line, and an unpaid order.
 */
export function refundOrder(
  orderId: number,
  wish: RefundWish,
  cause: Omit<RefundCause, 'returnId'>,
): Promise<Outcome<{ refundId: number }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    const known = await row<{ refundId: number }>(
      'select refund_id as "refundId" from orders.order_refunds where order_id = $orderId and key = $key',
      { orderId, key: cause.key },
      tx,
    )
    if (known) return known
    const room = await refundRoom(tx, order)
    if (!room.isPaid) return refuse('not-paid')
    const parts = refundParts(wish, await lineCounts(orderId, tx), room, { isUpTo: false })
    if (parts.refused) return parts
    const refundId = await writeRefund(tx, order, room, parts, cause)
    return refundId ? { refundId } : refuse('nothing-to-refund')
  })
}
