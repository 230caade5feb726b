import type { Stripe } from './stripe.ts'

/** What the provider says of an order's payment, whoever asked it. Amounts in minor units. */
export interface PaymentFacts {
  /** The provider's name for what happened; what was recorded under it once is not recorded again. */
  eventId: string
  /** `succeeded` when the money was taken, `authorised` when the card holds it ready, `voided` when it was let go. */
  kind: 'succeeded' | 'authorised' | 'voided' | 'expired' | 'open'
  orderId: number
  /** The provider's page; none for money that came through the bank. */
  session: string | null
  reference: string | null
  amount: number
  currency: string
  body: unknown
}

/**
 * The facts in a payment page of the provider, which tells whether money is held ready only when it comes with its
 * payment; undefined when it belongs to no order of ours.
 */
export function paymentFactsOf(session: Stripe.Checkout.Session, eventId: string): PaymentFacts | undefined {
  const orderId = Number(session.client_reference_id)
  if (!Number.isSafeInteger(orderId) || orderId < 1) return undefined
  const intent = session.payment_intent
  return {
    eventId,
    kind: kindOf(session),
    orderId,
    session: session.id,
    reference: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amount: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    body: session,
  }
}

function kindOf({ status, payment_status, payment_intent }: Stripe.Checkout.Session): PaymentFacts['kind'] {
  if (payment_status === 'paid') return 'succeeded'
  const isHeldReady = typeof payment_intent === 'object' && payment_intent?.status === 'requires_capture'
  if (isHeldReady) return 'authorised'
  return status === 'expired' ? 'expired' : 'open'
}
