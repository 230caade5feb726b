import { findAuthorised } from './authorised-payment.ts'
import { recordIntent } from './record-intent.ts'
import type { Stripe } from './stripe.ts'

/** Tells the provider to take, or to let go, what a card holds ready for an order; told twice, it does so once. */
export async function endPayment(stripe: Stripe, orderId: number): Promise<void> {
  const payment = await findAuthorised(orderId)
  if (!payment?.wanted) return
  const { reference, wantedAmount } = payment
  const options = { idempotencyKey: `${payment.wanted}-${payment.id}` }
  const intent = await unlessEnded(
    stripe,
    reference,
    payment.wanted === 'capture'
      ? stripe.paymentIntents.capture(reference, { amount_to_capture: wantedAmount! }, options)
      : stripe.paymentIntents.cancel(reference, {}, options),
  )
  await recordIntent(intent)
}

/** Money of an authorisation that fits no order is let go. */
export async function releaseIntent(stripe: Stripe, reference: string): Promise<void> {
  const options = { idempotencyKey: `release-${reference}` }
  await recordIntent(
    await unlessEnded(stripe, reference, stripe.paymentIntents.cancel(reference, {}, options)),
  )
}

/** What it is now: somebody in the provider's dashboard, or time, may have ended it before. */
async function unlessEnded(
  stripe: Stripe,
  reference: string,
  asked: Promise<Stripe.PaymentIntent>,
): Promise<Stripe.PaymentIntent> {
  return asked.catch((error: { code?: string }) => {
    if (error.code !== 'payment_intent_unexpected_state') throw error
    return stripe.paymentIntents.retrieve(reference)
  })
}
