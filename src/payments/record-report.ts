import type { WebhookOutcome } from './handle-webhook.ts'
import { recordIntent } from './record-intent.ts'
import { recordRefund } from './record-refund.ts'
import type { Stripe } from './stripe.ts'

/** Records what an event says of a payment that we know, or of a refund; any other is ignored. */
export async function recordReport(
  stripe: Stripe,
  event: Stripe.Event,
  mayBeEarly: boolean,
): Promise<WebhookOutcome> {
  const askedAs = event.request?.idempotency_key ?? null
  const { object } = event.data
  if (event.type.startsWith('refund.'))
    return recordRefund({ refund: object as Stripe.Refund, mayBeEarly, askedAs })
  if (event.type.startsWith('payment_intent.')) {
    await recordIntent(object as Stripe.PaymentIntent)
    return { outcome: 'recorded' }
  }
  if (event.type !== 'charge.refunded') return { outcome: 'ignored' }
  const refunds = await stripe.refunds.list({ charge: (object as Stripe.Charge).id, limit: 100 })
  const outcomes: WebhookOutcome[] = []
  for (const refund of refunds.data.toReversed())
    outcomes.push(await recordRefund({ refund, mayBeEarly, askedAs }))
  return outcomes.find(({ outcome }) => outcome !== 'recorded') ?? { outcome: 'recorded' }
}

/** Asks the provider about one payment or refund by its name, and records what it says. */
export async function recordAsTold(stripe: Stripe, reference: string): Promise<void> {
  if (!reference.startsWith('re_')) return recordIntent(await stripe.paymentIntents.retrieve(reference))
  await recordRefund({ refund: await stripe.refunds.retrieve(reference), askedAs: null, mayBeEarly: false })
}
