import { getPayment, type Payment, refundsOf, requestRefund } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import type { Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import type { RefundParts, RefundRoom } from './refund-parts.ts'

/** Why and by whom money goes back, and the key under which it does once. */
export interface RefundCause {
  reason: string
  key: string
  actor: string
  returnId?: number
}

/**
 * How much of a locked order's payment can still go back. What we asked to go back counts as gone, even if that failed:
 * it is asked for again.
 */
export async function refundRoom(tx: Transaction, order: Order): Promise<RefundRoom & { payment: Payment }> {
  const [payment, refunds, delivery] = [
    await getPayment(order.id, tx),
    await refundsOf(order.id, tx),
    await deliveryOf(tx, order.id),
  ]
  const gone = refunds
    .filter(({ state, isOfOrder, isAskedByUs }) => isOfOrder && (state !== 'failed' || isAskedByUs))
    .reduce((sum, { amount }) => sum + amount, 0)
  return { ...delivery, payment, left: payment.captured - gone }
}

/** Asks for a refund of a locked order and keeps what it is for. Gives its id, or undefined when it comes to nothing. */
export async function writeRefund(
  tx: Transaction,
  order: Order,
  payment: Payment,
  parts: RefundParts,
  { reason, key, actor, returnId }: RefundCause,
): Promise<number | undefined> {
  const { lines, delivery, adjustment, total: amount } = parts
  if (amount === 0) return undefined
  const { id: orderId, currency } = order
  const { reference } = payment
  const refundId = await requestRefund(tx, { orderId, amount, currency, reference, reason, key })
  await rows(
    `insert into orders.order_refunds (refund_id, order_id, key, return_id, delivery, adjustment)
     values ($refundId, $orderId, $key, $returnId, $delivery, $adjustment)`,
    { refundId, orderId, key, returnId: returnId ?? null, delivery, adjustment },
    tx,
  )
  await rows(
    `insert into orders.refund_lines (refund_id, order_id, position, quantity, amount)
     select $refundId, $orderId, line.position, line.quantity, line.amount
     from unnest($positions::integer[], $quantities::integer[], $amounts::bigint[])
       as line (position, quantity, amount)`,
    {
      refundId,
      orderId,
      positions: lines.map(({ position }) => position),
      quantities: lines.map(({ quantity }) => quantity),
      amounts: lines.map((line) => line.amount),
    },
    tx,
  )
  await noteEvent(tx, orderId, order.state, {
    kind: 'refund_requested',
    actor,
    details: { refundId, amount, reason },
  })
  return refundId
}

async function deliveryOf(tx: Transaction, orderId: number) {
  const delivery = await row<{ deliveryPaid: number; deliveryRefunded: number }>(
    `select delivery_amount + case when tax_included then 0
         else coalesce((quote -> 'delivery' ->> 'tax')::bigint, 0) end as "deliveryPaid",
       (select coalesce(sum(delivery), 0) from orders.order_refunds where order_id = $orderId)::bigint as "deliveryRefunded"
     from orders.orders where id = $orderId`,
    { orderId },
    tx,
  )
  return delivery!
}
