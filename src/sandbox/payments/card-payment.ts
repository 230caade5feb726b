import { addCharge, type Decline } from './charges.ts'
import { completeCheckoutSession } from './checkout-sessions.ts'
import { recordEvent } from './events.ts'
import { newPaymentIntent } from './new-payment-intent.ts'
import type { CheckoutSession, PaymentIntent, PaymentMethod } from './objects.ts'
import { addCard, type KeptCard } from './payment-methods.ts'
import type { Provider } from './provider.ts'
import type { Behaviour } from './test-cards.ts'

/** What became of an attempt to pay. */
export type Outcome =
  | 'paid'
  | 'authentication_wanted'
  | 'declined'
  | 'insufficient_funds'
  | 'authentication_refused'

const declines: Partial<Record<Behaviour, Decline>> = {
  declined: { code: 'generic_decline', message: 'Your card was declined.' },
  insufficient_funds: { code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
}

/** Tries to pay an open session with a card. To be called within a transaction. */
export function payWithCard(
  provider: Provider,
  session: CheckoutSession,
  kept: KeptCard,
  behaviour: Behaviour,
): Outcome {
  const card = addCard(provider, kept)
  const [linked, payment] = withPayment(provider, session)
  if (behaviour === 'authenticates') return askTheBank(provider, payment, card, session)
  const decline = declines[behaviour]
  if (decline) {
    refuse(provider, payment, card, decline)
    return decline.code === 'insufficient_funds' ? 'insufficient_funds' : 'declined'
  }
  return take(provider, linked, payment, card, false)
}

/** The payment that waits for the buyer's word at the bank, if one does. */
export function paymentToAuthenticate(
  provider: Provider,
  session: CheckoutSession,
): PaymentIntent | undefined {
  const payment = session.payment_intent && provider.objects.find('payment_intent', session.payment_intent)
  return payment && payment.status === 'requires_action' ? payment : undefined
}

/** The buyer's word at the bank. To be called within a transaction, for a payment that waits for it. */
export function answerTheBank(
  provider: Provider,
  session: CheckoutSession,
  payment: PaymentIntent,
  approved: boolean,
): Outcome {
  const card = provider.objects.get('payment_method', payment.payment_method ?? '', 'payment_method')
  if (approved) return take(provider, session, payment, card, true)
  fail(provider, payment, {
    code: 'payment_intent_authentication_failure',
    message: 'The payment was not approved at the bank.',
    type: 'card_error',
  })
  return 'authentication_refused'
}

function withPayment(provider: Provider, session: CheckoutSession): [CheckoutSession, PaymentIntent] {
  if (session.payment_intent) {
    return [session, provider.objects.get('payment_intent', session.payment_intent, 'payment_intent')]
  }
  const payment = provider.objects.add(newPaymentIntent(provider, session))
  const linked = provider.objects.replace<CheckoutSession>({ ...session, payment_intent: payment.id })
  recordEvent(provider, 'payment_intent.created', payment)
  return [linked, payment]
}

function askTheBank(
  provider: Provider,
  payment: PaymentIntent,
  card: PaymentMethod,
  session: CheckoutSession,
): Outcome {
  const url = `${session.url}/authentication`
  const waiting = provider.objects.replace<PaymentIntent>({
    ...payment,
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: session.url } },
    payment_method: card.id,
    status: 'requires_action',
  })
  recordEvent(provider, 'payment_intent.requires_action', waiting)
  return 'authentication_wanted'
}

function take(
  provider: Provider,
  session: CheckoutSession,
  payment: PaymentIntent,
  card: PaymentMethod,
  authenticated: boolean,
): Outcome {
  const charge = addCharge(provider, { payment, card, authenticated })
  const taken = provider.objects.replace<PaymentIntent>({
    ...payment,
    amount_capturable: charge.captured ? 0 : payment.amount,
    amount_received: charge.amount_captured,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: card.id,
    status: charge.captured ? 'succeeded' : 'requires_capture',
  })
  recordEvent(provider, 'charge.succeeded', charge)
  const happened = charge.captured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated'
  recordEvent(provider, happened, taken)
  completeCheckoutSession(provider, session, taken, card)
  return 'paid'
}

function refuse(provider: Provider, payment: PaymentIntent, card: PaymentMethod, decline: Decline): void {
  const charge = addCharge(provider, { payment, card, authenticated: false, decline })
  recordEvent(provider, 'charge.failed', charge)
  fail(
    provider,
    { ...payment, latest_charge: charge.id },
    {
      charge: charge.id,
      code: 'card_declined',
      decline_code: decline.code,
      message: decline.message,
      type: 'card_error',
    },
  )
}

function fail(
  provider: Provider,
  payment: PaymentIntent,
  error: NonNullable<PaymentIntent['last_payment_error']>,
): void {
  const failed = provider.objects.replace<PaymentIntent>({
    ...payment,
    last_payment_error: error,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  recordEvent(provider, 'payment_intent.payment_failed', failed)
}
