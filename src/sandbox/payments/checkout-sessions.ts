import { checkoutSessionForm } from './checkout-session-form.ts'
import { refused } from './errors.ts'
import { recordEvent } from './events.ts'
import type { Form } from './form-body.ts'
import { customerDetails, newCheckoutSession } from './new-checkout-session.ts'
import type { CheckoutSession, LineItems, PaymentIntent, PaymentMethod } from './objects.ts'
import { expansionForm, readParameters } from './parameters.ts'
import { cancelPayment } from './payment-intents.ts'
import { nowInSeconds, type Provider } from './provider.ts'

/** @throws ApiError for parameters, an expiry or a total that the provider would refuse. */
export function createCheckoutSession(provider: Provider, form: Form): CheckoutSession {
  return provider.objects.add(newCheckoutSession(provider, readParameters(checkoutSessionForm, form)))
}

/** @throws ApiError when the session is not there. */
export function lineItemsOf(provider: Provider, _form: Form, id: string): LineItems {
  return provider.objects.get('checkout.session', id, 'session').line_items
}

/** @throws ApiError when the session is not there, or not open any more. */
export function expireCheckoutSession(provider: Provider, form: Form, id: string): CheckoutSession {
  readParameters(expansionForm, form)
  const session = provider.objects.get('checkout.session', id, 'session')
  if (session.status !== 'open') {
    throw refused(`Only an open Checkout Session can be expired. This one is ${session.status}.`)
  }
  return expire(provider, session)
}

/** Expires every session whose time is over. */
export function lapseCheckoutSessions(provider: Provider): void {
  const overdue = provider.objects.list(
    'checkout.session',
    [
      ['status', '=', 'open'],
      ['expires_at', '<=', nowInSeconds(provider)],
    ],
    { limit: 100 },
  )
  if (overdue.length > 0) {
    provider.database.transaction(() => overdue.forEach((session) => void expire(provider, session)))
  }
}

/** The buyer is done: the session is complete, and paid unless the shop captures the money later. */
export function completeCheckoutSession(
  provider: Provider,
  session: CheckoutSession,
  payment: PaymentIntent,
  { billing_details }: PaymentMethod,
): CheckoutSession {
  const complete = provider.objects.replace<CheckoutSession>({
    ...session,
    customer_details: customerDetails(billing_details.email ?? '', billing_details.name),
    payment_status: payment.status === 'succeeded' ? 'paid' : 'unpaid',
    status: 'complete',
    url: null,
  })
  recordEvent(provider, 'checkout.session.completed', complete)
  return complete
}

function expire(provider: Provider, session: CheckoutSession): CheckoutSession {
  const expired = provider.objects.replace<CheckoutSession>({ ...session, status: 'expired', url: null })
  if (session.payment_intent) {
    cancelPayment(
      provider,
      provider.objects.get('payment_intent', session.payment_intent, 'payment_intent'),
      'expired',
    )
  }
  recordEvent(provider, 'checkout.session.expired', expired)
  return expired
}
