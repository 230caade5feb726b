import { rows, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { PaymentFacts } from './payment-facts.ts'
import { keepEvent } from './record-facts.ts'
import { requestRefund } from './request-refund.ts'

/** Money for an order that is not there goes back where it came from, once; both are kept under the order it named. */
export function refuseStray(facts: PaymentFacts): Promise<void> {
  return transaction(async (tx) => {
    await keepEvent(tx, facts, 'unknown_order')
    await undoPayment(tx, facts, 'unknown_order')
  })
}

/** Money that is for nothing goes back: what was taken is refunded, once for each reason, what is held ready let go. */
export async function undoPayment(tx: Transaction, facts: PaymentFacts, reason: string): Promise<void> {
  const { orderId, amount, currency, reference } = facts
  if (!reference) return
  if (facts.kind === 'authorised') await letGo(tx, reference)
  if (facts.kind === 'succeeded') await requestRefund(tx, { orderId, amount, currency, reference, reason })
}

async function letGo(tx: Transaction, reference: string): Promise<void> {
  await rows(
    `update payments.payments set wanted = 'void', wanted_by = 'shop'
     where provider_reference = $reference and state = 'authorised' and wanted is null`,
    { reference },
    tx,
  )
  await publish(tx, 'payment.unwanted', { reference })
}
