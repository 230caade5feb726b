import { askRefundAgain, getRefund } from '../payments/index.ts'
import { transaction } from '../platform/database.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Outcome, refuse } from './refusal.ts'

/**
 * Staff ask for a refund again that has failed. Refuses one that has not.
 * @throws Error for a refund that is not there.
 */
export function sendRefundAgain(refundId: number, actor: string): Promise<Outcome<{ refundId: number }>> {
  return transaction(async (tx) => {
    const refund = await getRefund(refundId, tx)
    const order = await lockOrder(tx, refund.orderId)
    if (!order) return refuse('order-unknown')
    const asked = await askRefundAgain(tx, refundId)
    if (asked.refused) return refuse('refund-not-failed')
    const { attempt } = asked
    const details = { refundId, attempt, amount: refund.amount }
    await noteEvent(tx, order.id, order.state, { kind: 'refund_asked_again', actor, details })
    return { refundId }
  })
}
