import { row, rows, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { Stripe } from './stripe.ts'

interface RefundToSend {
  id: number
  orderId: number
  amount: number
  reference: string
  reason: string
  state: 'requested' | 'succeeded' | 'failed'
}

/** Tells the provider to give money back; told twice, it does so once. What it made of it is published. */
export async function sendRefund(stripe: Stripe, refundId: number): Promise<void> {
  const refund = await row<RefundToSend>(
    `select id, order_id as "orderId", amount, payment_reference as reference, reason, state
     from payments.refunds where id = $refundId`,
    { refundId },
  )
  if (refund?.state !== 'requested') return
  const sent = await stripe.refunds.create(
    { payment_intent: refund.reference, amount: refund.amount },
    { idempotencyKey: `refund-${refund.id}` },
  )
  await keepOutcome(refund, sent)
}

async function keepOutcome(
  { id, orderId, reason }: RefundToSend,
  { id: reference, status }: Stripe.Refund,
): Promise<void> {
  const state = status === 'succeeded' ? 'succeeded' : status === 'pending' ? 'requested' : 'failed'
  await transaction(async (tx) => {
    await rows(
      'update payments.refunds set state = $state, provider_reference = $reference where id = $id',
      { id, state, reference },
      tx,
    )
    if (state !== 'requested') await publish(tx, `refund.${state}`, { orderId, reason, refundId: id })
  })
}
