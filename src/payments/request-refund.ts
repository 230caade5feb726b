import { row, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { isForProvider } from './refund.ts'

interface NewRefund {
  orderId: number
  amount: number
  currency: string
  /** The name of the payment that goes back; null for a bank transfer that has none. */
  reference: string | null
  /** Why. */
  reason: string
  /** Sets apart refunds of one payment for the same reason: each is asked for once. */
  key?: string
}

/**
 * Asks for money to go back, once for each reason and key; a job sends it to the provider. What came by bank
 * transfer waits until somebody has transferred it.
 * @returns the id of the refund, the same however often it is asked for.
 */
export async function requestRefund(tx: Transaction, refund: NewRefund): Promise<number> {
  const { key = '', ...asked } = refund
  const requested = await row<{ id: number }>(
    `insert into payments.refunds (order_id, amount, currency, payment_reference, reason, key)
     values ($orderId, $amount, $currency, $reference, $reason, $key)
     on conflict on constraint refunds_once do nothing returning id`,
    { ...asked, key },
    tx,
  )
  if (!requested) return knownRefund(tx, { ...asked, key })
  if (isForProvider(refund)) await publish(tx, 'refund.requested', { refundId: requested.id })
  return requested.id
}

async function knownRefund(tx: Transaction, asked: NewRefund): Promise<number> {
  const { orderId, reference, reason, key } = asked
  const known = await row<{ id: number }>(
    `select id from payments.refunds where order_id = $orderId and payment_reference is not distinct from $reference
       and reason = $reason and key = $key`,
    { orderId, reference, reason, key },
    tx,
  )
  return known!.id
}
