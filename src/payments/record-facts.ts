import { rows, type Transaction } from '../platform/database.ts'
import type { Payment } from './payment.ts'
import type { PaymentFacts } from './payment-facts.ts'

export type Recorded = 'captured' | 'known' | 'quarantined'

/**
 * Keeps what the provider said, once, and captures the payment when it says "paid". The order is locked by the
 * caller. Facts that do not fit the order (another amount, currency or page) are kept and not believed.
 */
export async function recordFacts(tx: Transaction, payment: Payment, facts: PaymentFacts): Promise<Recorded> {
  const fits = fitsPayment(payment, facts)
  const isNew = await keepEvent(tx, facts, fits ? 'recorded' : 'quarantined')
  if (!isNew) return 'known'
  if (!fits) return 'quarantined'
  if (facts.kind !== 'succeeded' || payment.state === 'captured') return 'known'
  await rows(
    `update payments.payments set state = 'captured', captured = amount, provider_reference = $reference,
       provider_session = $session
     where id = $id`,
    { id: payment.id, reference: facts.reference, session: facts.session },
    tx,
  )
  return 'captured'
}

function fitsPayment(payment: Payment, facts: PaymentFacts): boolean {
  const isOwnPage = payment.session === null || payment.session === facts.session
  return isOwnPage && facts.amount === payment.amount && facts.currency === payment.currency
}

async function keepEvent(
  tx: Transaction,
  facts: PaymentFacts,
  outcome: 'recorded' | 'quarantined',
): Promise<boolean> {
  const kept = await rows(
    `insert into payments.payment_events (order_id, event_id, kind, outcome, reference, amount, currency, body)
     values ($orderId, $eventId, $kind, $outcome, $reference, $amount, $currency, $body)
     on conflict (event_id) do nothing returning id`,
    {
      orderId: facts.orderId,
      eventId: facts.eventId,
      kind: facts.kind,
      outcome,
      reference: facts.reference,
      amount: facts.amount,
      currency: facts.currency,
      body: JSON.stringify(facts.body),
    },
    tx,
  )
  return kept.length === 1
}
