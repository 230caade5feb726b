import { row, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

interface NewRefund {
  orderId: number
  amount: number
  currency: string
  /** Why; one refund of an order for each reason. */
  reason: string
}

/** Asks for money to go back, once for each reason; a job sends it to the provider. */
export async function requestRefund(tx: Transaction, refund: NewRefund): Promise<void> {
  const { orderId, amount, currency, reason } = refund
  const requested = await row<{ id: number }>(
    `insert into payments.refunds (order_id, amount, currency, reason)
     values ($orderId, $amount, $currency, $reason) on conflict (order_id, reason) do nothing returning id`,
    { orderId, amount, currency, reason },
    tx,
  )
  if (requested) await publish(tx, 'refund.requested', { refundId: requested.id })
}
