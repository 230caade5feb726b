import { row, rows, type Transaction } from '../platform/database.ts'
import type { Stripe } from './stripe.ts'

const DECIDED = ['won', 'lost', 'warning_closed', 'prevented']

/** Whether the bank has spoken its last word. */
export function isDecided(state: string): boolean {
  return DECIDED.includes(state)
}

interface Opening {
  event: { created: number }
  dispute: Stripe.Dispute
  payment: string
  orderId: number | undefined
}

/** The dispute as it was before, locked; or as it is told of now for the first time. */
export async function openDispute(tx: Transaction, { event, dispute, payment, orderId }: Opening) {
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

/** Takes a dispute to the state that is told, unless what is known is newer. @returns whether it has moved. */
export async function moveDispute(
  tx: Transaction,
  before: { id: number; state: string },
  event: { created: number },
  dispute: Stripe.Dispute,
): Promise<boolean> {
  if (isDecided(before.state)) return false
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
      isDecided: isDecided(dispute.status),
    },
    tx,
  )
  return moved.length === 1
}
