import { row, rows, type Transaction } from '../platform/database.ts'
import type { Payment } from './payment.ts'
import type { PaymentFacts } from './payment-facts.ts'

/** Why money is not the money that an order waits for. */
export type Misfit = 'other_amount' | 'other_currency' | 'other_page' | 'paid_already'

export interface Recorded {
  /** What the payment became by it. */
  became?: 'captured' | 'authorised'
  misfit?: Misfit | undefined
  /** It had not been recorded before. */
  isNew: boolean
}

/**
 * Keeps what the provider said, once, and moves the payment when it says "paid" or "held ready". The order is locked by
 * the caller. Money that does not fit the order is kept and not believed.
 */
export async function recordFacts(tx: Transaction, payment: Payment, facts: PaymentFacts): Promise<Recorded> {
  const { kind } = facts
  const became = kind === 'succeeded' ? 'captured' : kind === 'authorised' ? kind : undefined
  const misfit = became ? misfitOf(payment, facts) : undefined
  if (!(await keepEvent(tx, facts, misfit))) return { isNew: false, misfit: await judgedBefore(tx, facts) }
  if (misfit || !became || payment.state !== 'pending') return { isNew: true, misfit }
  await rows(
    `update payments.payments set state = $became, captured = case $became when 'captured' then amount else 0 end,
       provider_reference = $reference, provider_session = $session
     where id = $id`,
    { id: payment.id, became, reference: facts.reference, session: facts.session },
    tx,
  )
  return { isNew: true, became }
}

/**
 * Keeps what the provider said of a payment, under its name for that.
 * @returns whether it had not been said before.
 */
export async function keepEvent(
  tx: Transaction,
  facts: PaymentFacts,
  reason: string | undefined,
): Promise<boolean> {
  const kept = await rows(
    `insert into payments.payment_events
       (order_id, event_id, kind, outcome, reason, reference, amount, currency, body)
     values ($orderId, $eventId, $kind, $outcome, $reason, $reference, $amount, $currency, $body)
     on conflict (event_id) do nothing returning id`,
    {
      orderId: facts.orderId,
      eventId: facts.eventId,
      kind: facts.kind,
      outcome: reason ? 'quarantined' : 'recorded',
      reason: reason ?? null,
      reference: facts.reference,
      amount: facts.amount,
      currency: facts.currency,
      body: JSON.stringify(facts.body),
    },
    tx,
  )
  return kept.length === 1
}

function misfitOf(payment: Payment, facts: PaymentFacts): Misfit | undefined {
  if (payment.session !== null && payment.session !== facts.session) return 'other_page'
  if (payment.state !== 'pending') return payment.reference === facts.reference ? undefined : 'paid_already'
  if (facts.currency !== payment.currency) return 'other_currency'
  if (facts.amount !== payment.amount) return 'other_amount'
  return undefined
}

async function judgedBefore(tx: Transaction, { eventId }: PaymentFacts): Promise<Misfit | undefined> {
  const kept = await row<{ reason: Misfit | null }>(
    'select reason from payments.payment_events where event_id = $eventId',
    { eventId },
    tx,
  )
  return kept?.reason ?? undefined
}
