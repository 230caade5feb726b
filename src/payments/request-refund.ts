import { row, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

interface NewRefund {
  orderId: number
  amount: number
  currency: string
  /** The provider's name for the payment that goes back. */
  reference: string
  /** Why; one refund of a payment for each reason. */
  reason: string
}

/** Asks for money to go back, once for each reason; a job sends it to the provider. */
export async function requestRefund(tx: Transaction, refund: NewRefund): Promise<void> {
  const { orderId, amount, currency, reference, reason } = refund
  const requested = await row<{ id: number }>(
    `insert into payments.refunds (order_id, amount, currency, payment_reference, reason)
     values ($orderId, $amount, $currency, $reference, $reason) on conflict (payment_reference, reason, key) do nothing returning id`,
    { orderId, amount, currency, reference, reason },
    tx,
  )
  if (requested) await publish(tx, 'refund.requested', { refundId: requested.id })
}
