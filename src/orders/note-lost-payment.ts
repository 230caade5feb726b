import { transaction } from '../platform/database.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'

/** The money that a card held ready for an order is gone before it was taken: staff have to look at the order. */
export function noteLostPayment({ orderId }: { orderId: number }): Promise<void> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return
    const details = { reason: 'authorisation_gone' }
    await noteEvent(tx, order.id, order.state, { kind: 'payment_in_question', actor: 'provider', details })
  })
}
