import { transaction } from '../platform/database.ts'
import type { PaymentFacts } from './payment-facts.ts'
import { keepEvent } from './record-facts.ts'
import { requestRefund } from './request-refund.ts'

/** Money for an order that is not there goes back where it came from, once; both are kept under the order it named. */
export function refuseStray(facts: PaymentFacts): Promise<void> {
  return transaction(async (tx) => {
    await keepEvent(tx, facts, 'unknown_order')
    const { orderId, amount, currency, reference } = facts
    if (facts.kind !== 'succeeded' || !reference) return
    await requestRefund(tx, { orderId, amount, currency, reference, reason: 'unknown_order' })
  })
}
