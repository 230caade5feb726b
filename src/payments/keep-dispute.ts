import { row, rows, type Transaction } from '../platform/database.ts'
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

const DECIDED = ['won', 'lost', 'warning_closed', 'prevented']

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
  const before = await open(tx, { event, dispute, payment, orderId })
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
  const moved = kept.length === 1 && !before.isNew && (await move(tx, before, event, dispute))
  const isDecided = DECIDED.includes(dispute.status)
  const news = before.isNew ? 'opened' : moved && isDecided ? 'closed' : undefined
  const { status: state, amount, reason } = dispute
  return { orderId, state, amount, currency: dispute.currency.toUpperCase(), reason, news }
}

interface Opening {
  event: { created: number }
  dispute: Stripe.Dispute
  payment: string
  orderId: number | undefined
}

/** The dispute as it was before, locked; or as it is told of now for the first time. */
async function open(tx: Transaction, { event, dispute, payment, orderId }: Opening) {
  const opened = await row<{ id: number; state: string }>(
    `insert into payments.disputes (provider_reference, order_id, payment_reference, amount, currency, reason, state,
       answer_by, as_of)
     values ($reference, $orderId, $payment, $amount, $currency, $reason, $state,
       to_timestamp($answerBy), to_timestamp($asOf))
     on conflict (provider_reference) do nothing returning id, state`,
    {
      reference: dispute.id,
      orderId: orderId ?? null,
      payment,
      amount: dispute.amount,
      currency: dispute.currency.toUpperCase(),
      reason: dispute.reason,
      state: dispute.status,
      answerBy: dispute.evidence_details?.due_by ?? null,
      asOf: event.created,
    },
    tx,
  )
  if (opened) return { ...opened, isNew: true }
  const known = await row<{ id: number; state: string }>(
    'select id, state from payments.disputes where provider_reference = $reference for update',
    { reference: dispute.id },
    tx,
  )
  return { ...known!, isNew: false }
}

async function move(
  tx: Transaction,
  before: { id: number; state: string },
  event: { created: number },
  dispute: Stripe.Dispute,
): Promise<boolean> {
  if (DECIDED.includes(before.state)) return false
  const moved = await rows(
    `update payments.disputes set state = $state, amount = $amount, answer_by = to_timestamp($answerBy),
       as_of = to_timestamp($asOf)
     where id = $id and (as_of <= to_timestamp($asOf) or $isDecided) and state <> $state returning id`,
    {
      id: before.id,
      state: dispute.status,
      amount: dispute.amount,
      answerBy: dispute.evidence_details?.due_by ?? null,
      asOf: event.created,
      isDecided: DECIDED.includes(dispute.status),
    },
    tx,
  )
  return moved.length === 1
}

function idOf(object: string | { id: string } | null): string | undefined {
  return typeof object === 'string' ? object : object?.id
}
