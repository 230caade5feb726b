import { getRefund, type Refund } from '../payments/index.ts'
import { row, type Transaction, transaction } from '../platform/database.ts'
import { lockOrder, type Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import { finishReturn } from './return.ts'

/** What became of a refund, as payments tell it. */
export interface SettledRefund {
  orderId: number
  refundId: number
  reason: string
  /** Who says so: the provider, unless somebody has transferred the money by hand. */
  actor?: string
}

/** Money has gone back: the order's timeline says so, once, and the return that it was for is finished. */
export function noteRefund({ orderId, refundId, actor = 'provider' }: SettledRefund): Promise<void> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const refund = await getRefund(refundId, tx)
    if (!order || !(await noteOnce(tx, order, refund, { kind: 'refunded', actor }))) return
    const made = await row<{ returnId: number | null }>(
      'select return_id as "returnId" from orders.order_refunds where refund_id = $refundId',
      { refundId },
      tx,
    )
    if (made?.returnId) await finishReturn(tx, order, made.returnId, actor)
  })
}

/** Money could not go back: noted for the staff, who ask for it again or transfer it. */
export function noteFailedRefund({ orderId, refundId, actor = 'provider' }: SettledRefund): Promise<void> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const refund = await getRefund(refundId, tx)
    if (order) await noteOnce(tx, order, refund, { kind: 'refund_failed', actor })
  })
}

/** Writes what became of one attempt, unless that is written. */
async function noteOnce(
  tx: Transaction,
  order: Order,
  { id: refundId, amount, attempt }: Refund,
  { kind, actor }: { kind: 'refunded' | 'refund_failed'; actor: string },
): Promise<boolean> {
  const noted = await row(
    `select 1 from orders.order_events
     where order_id = $id and kind = $kind and details @> $details::jsonb`,
    { id: order.id, kind, details: JSON.stringify({ refundId, attempt }) },
    tx,
  )
  if (noted) return false
  await noteEvent(tx, order.id, order.state, { kind, actor, details: { refundId, amount, attempt } })
  return true
}
