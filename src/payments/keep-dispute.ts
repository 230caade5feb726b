import { rows, type Transaction } from '../platform/database.ts'
import { isDecided, moveDispute, openDispute } from './dispute.ts'
import { findOrderOfPayment } from './find-order-of-payment.ts'
import type { Stripe } from './stripe.ts'

/** A dispute as it stands after a report of it. */
export interface KeptDispute {
  orderId: number | undefined
  state: string
  amount: number
  currency: string
  reason: string
  /** What is new to us: it was opened, it was decided, or nothing that anybody has to know. */
  news: 'opened' | 'closed' | undefined
}

/**
 * Keeps what the provider says of a dispute, once: a bank that asks for a shopper's money back. An older report does
 * not undo a newer one, and what was decided stays so.
 */
export async function keepDispute(
  tx: Transaction,
  event: { id: string; type: string; created: number },
  dispute: Stripe.Dispute,
): Promise<KeptDispute> {
  const payment = idOf(dispute.payment_intent) ?? idOf(dispute.charge) ?? ''
  const orderId = await findOrderOfPayment(tx, payment)
  const before = await openDispute(tx, { event, dispute, payment, orderId })
  const kept = await rows(
    `insert into payments.dispute_events (dispute_id, event_id, kind, state, body)
     values ($id, $event, $kind, $state, $body) on conflict (event_id) do nothing returning id`,
    {
      id: before.id,
      event: event.id,
      kind: event.type,
      state: dispute.status,
      body: JSON.stringify(dispute),
    },
    tx,
  )
  const moved = kept.length === 1 && !before.isNew && (await moveDispute(tx, before, event, dispute))
  const news = before.isNew ? 'opened' : moved && isDecided(dispute.status) ? 'closed' : undefined
  const { status: state, amount, reason } = dispute
  return { orderId, state, amount, currency: dispute.currency.toUpperCase(), reason, news }
}

function idOf(object: string | { id: string } | null): string | undefined {
  return typeof object === 'string' ? object : object?.id
}
