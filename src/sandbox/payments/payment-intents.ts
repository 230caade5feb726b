import { z } from 'zod'
import { ParameterError, refused } from './errors.ts'
import { recordEvent, sessionOfPayment } from './events.ts'
import type { Form } from './form-body.ts'
import type { Charge, PaymentIntent } from './objects.ts'
import { expand, integer, readParameters } from './parameters.ts'
import { nowInSeconds, type Provider } from './provider.ts'

const captureForm = z.strictObject({ amount_to_capture: integer.optional(), expand })

const cancellationForm = z.strictObject({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  expand,
})

/**
 * Takes the money that the card holds ready: all of it, or the part that is asked for; the rest goes free.
 * @throws ApiError when nothing waits to be captured, or less than is asked for.
 */
export function capturePayment(provider: Provider, form: Form, id: string): PaymentIntent {
  const { amount_to_capture } = readParameters(captureForm, form)
  const payment = provider.objects.get('payment_intent', id, 'intent')
  if (payment.status !== 'requires_capture') throw unexpectedState(payment, 'captured')
  const amount = amount_to_capture ?? payment.amount_capturable
  if (amount < 1 || amount > payment.amount_capturable) {
    throw new ParameterError(
      'amount_to_capture',
      `Between 1 and ${payment.amount_capturable} can be captured.`,
    )
  }
  const charge = provider.objects.replace<Charge>({
    ...chargeOf(provider, payment),
    captured: true,
    amount_captured: amount,
  })
  const captured = provider.objects.replace<PaymentIntent>({
    ...payment,
    amount_capturable: 0,
    amount_received: amount,
    status: 'succeeded',
  })
  const session = sessionOfPayment(provider, id)
  if (session) provider.objects.replace({ ...session, payment_status: 'paid' })
  recordEvent(provider, 'charge.captured', charge)
  recordEvent(provider, 'payment_intent.succeeded', captured)
  return captured
}

/**
 * Gives up a payment that has not taken money yet.
 * @throws ApiError when it has, or while its checkout session is open: that one is to be expired.
 */
export function cancelPaymentIntent(provider: Provider, form: Form, id: string): PaymentIntent {
  const { cancellation_reason } = readParameters(cancellationForm, form)
  const payment = provider.objects.get('payment_intent', id, 'intent')
  if (payment.status === 'succeeded' || payment.status === 'canceled')
    throw unexpectedState(payment, 'canceled')
  if (sessionOfPayment(provider, id)?.status === 'open') {
    throw refused('This PaymentIntent belongs to an open Checkout Session; expire the session instead.')
  }
  return cancelPayment(provider, payment, cancellation_reason ?? null)
}

export function cancelPayment(
  provider: Provider,
  payment: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  if (payment.status === 'requires_capture') {
    const charge = chargeOf(provider, payment)
    provider.objects.replace<Charge>({ ...charge, amount_refunded: charge.amount, refunded: true })
  }
  const cancelled = provider.objects.replace<PaymentIntent>({
    ...payment,
    amount_capturable: 0,
    canceled_at: nowInSeconds(provider),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  recordEvent(provider, 'payment_intent.canceled', cancelled)
  return cancelled
}

function chargeOf(provider: Provider, payment: PaymentIntent): Charge {
  return provider.objects.get('charge', payment.latest_charge ?? '', 'latest_charge')
}

function unexpectedState(payment: PaymentIntent, wish: string) {
  const message = `This PaymentIntent cannot be ${wish}: its status is ${payment.status}.`
  return refused(message, 'payment_intent_unexpected_state')
}
