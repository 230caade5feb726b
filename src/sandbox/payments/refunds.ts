import { z } from 'zod'
import { formatAmount } from './amounts.ts'
import { ParameterError, refused } from './errors.ts'
import { recordEvent } from './events.ts'
import type { Form } from './form-body.ts'
import { newId } from './ids.ts'
import type { Charge, Refund } from './objects.ts'
import { expand, metadata, positiveInteger, readParameters, text } from './parameters.ts'
import { nowInSeconds, type Provider } from './provider.ts'

const refundForm = z
  .strictObject({
    payment_intent: text(255).optional(),
    charge: text(255).optional(),
    amount: positiveInteger.optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    metadata: metadata.default({}),
    expand,
  })
  .refine((form) => form.payment_intent !== undefined || form.charge !== undefined, {
    error: 'One of payment_intent and charge is required.',
    path: ['payment_intent'],
  })

/**
 * Gives money back: as much as is asked for, else all that is left. Cards are refunded at once.
 * @throws ApiError when nothing was taken, or less is left than is asked for.
 */
export function createRefund(provider: Provider, body: Form): Refund {
  const form = readParameters(refundForm, body)
  const charge = chargeToRefund(provider, form)
  const left = charge.amount_captured - charge.amount_refunded
  if (left <= 0) throw refused(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
  const amount = form.amount ?? left
  if (amount > left) {
    const [asked, rest] = [amount, left].map((value) => formatAmount(value, charge.currency))
    throw new ParameterError(
      'amount',
      `Refund amount (${asked}) is greater than the unrefunded amount (${rest}).`,
    )
  }
  const refund = provider.objects.add(newRefund(provider, charge, amount, form))
  const amountRefunded = charge.amount_refunded + amount
  const refunded = provider.objects.replace<Charge>({
    ...charge,
    amount_refunded: amountRefunded,
    refunded: amountRefunded === charge.amount_captured,
  })
  recordEvent(provider, 'refund.created', refund)
  recordEvent(provider, 'charge.refunded', refunded)
  return confirmByBank(provider, refund)
}

/**
 * The bank cannot bring a refund to its card: the money is the shop's again. To be called within a transaction.
 * @throws ApiError when it had failed before.
 */
export function failRefund(provider: Provider, refund: Refund): Refund {
  if (refund.status !== 'succeeded') throw refused(`This refund is ${refund.status}.`)
  const charge = provider.objects.get('charge', refund.charge, 'charge')
  const amountRefunded = charge.amount_refunded - refund.amount
  provider.objects.replace<Charge>({ ...charge, amount_refunded: amountRefunded, refunded: false })
  const failed = provider.objects.replace<Refund>({
    ...refund,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
  })
  recordEvent(provider, 'refund.updated', failed)
  recordEvent(provider, 'refund.failed', failed)
  return failed
}

function chargeToRefund(provider: Provider, form: z.output<typeof refundForm>): Charge {
  const charge = form.charge
    ? provider.objects.get('charge', form.charge, 'charge')
    : chargeOfPayment(provider, form.payment_intent ?? '')
  if (form.payment_intent && charge.payment_intent !== form.payment_intent) {
    throw new ParameterError('charge', 'The charge does not belong to the payment intent.')
  }
  if (charge.status !== 'succeeded' || !charge.captured) {
    throw refused('Only a charge that took money can be refunded.', 'charge_not_refundable')
  }
  return charge
}

function chargeOfPayment(provider: Provider, id: string): Charge {
  const payment = provider.objects.get('payment_intent', id, 'payment_intent')
  if (payment.status !== 'succeeded' || !payment.latest_charge) {
    throw refused(`This PaymentIntent (${id}) does not have a successful charge to refund.`)
  }
  return provider.objects.get('charge', payment.latest_charge, 'charge')
}

function newRefund(
  provider: Provider,
  charge: Charge,
  amount: number,
  form: z.output<typeof refundForm>,
): Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowInSeconds(provider),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { type: 'card', card: { type: 'refund', reference_status: 'pending' } },
    metadata: form.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: form.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}

function confirmByBank(provider: Provider, refund: Refund): Refund {
  const reference = newId('sandbox', 15)
  const card = { type: 'refund', reference, reference_status: 'available' } as const
  const confirmed = provider.objects.replace<Refund>({
    ...refund,
    destination_details: { type: 'card', card },
  })
  recordEvent(provider, 'refund.updated', confirmed)
  return refund
}
