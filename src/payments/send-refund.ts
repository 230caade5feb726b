import { row, rows } from '../platform/database.ts'
import type { Stripe } from './stripe.ts'

interface WaitingRefund {
  id: number
  amount: number
  reference: string
  state: string
}

/** Tells the provider to give money back; told twice, it does so once. */
export async function sendRefund(stripe: Stripe, refundId: number): Promise<void> {
  const refund = await row<WaitingRefund>(
    `select refund.id, refund.amount, refund.state, payment.provider_reference as reference
     from payments.refunds refund join payments.payments payment using (order_id)
     where refund.id = $refundId`,
    { refundId },
  )
  if (!refund || refund.state === 'succeeded') return
  const sent = await stripe.refunds.create(
    { payment_intent: refund.reference, amount: refund.amount },
    { idempotencyKey: `refund-${refund.id}` },
  )
  await rows(
    `update payments.refunds set state = case when $status = 'failed' then 'failed' else 'succeeded' end,
       provider_reference = $reference where id = $refundId`,
    { refundId, status: sent.status, reference: sent.id },
  )
}
