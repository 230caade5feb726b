import {
  foreignnessOf,
  paymentFactsOf,
  refuseStray,
  type Stripe,
  settleWebhook,
  takeWebhook,
  type WebhookOutcome,
} from '../payments/index.ts'
import { recordPayment } from './record-payment.ts'

/**
 * Works on one kept event of the provider, in any order and any number of times. What does not concern money of ours
 * is only marked as read; what cannot be right is set aside, for staff.
 * @throws while what an event speaks of may still come: the queue brings it again.
 */
export async function recordWebhook({ eventId }: { eventId: string }): Promise<void> {
  const { event, isHandled, isFresh } = await takeWebhook(eventId)
  if (isHandled) return
  const foreign = foreignnessOf(event)
  const settled = foreign ? set(foreign) : await recordEvent(event, isFresh)
  if (settled.outcome === 'early' && isFresh)
    throw new Error(`${event.id} speaks of what is not here: ${settled.reason}`)
  await settleWebhook(eventId, settled)
}

function recordEvent(event: Stripe.Event, mayBeEarly: boolean): Promise<WebhookOutcome> | WebhookOutcome {
  if (event.type.startsWith('checkout.session.'))
    return recordSession(event as Stripe.CheckoutSessionCompletedEvent, mayBeEarly)
  return { outcome: 'ignored' }
}

/** Something has happened on a payment page. */
async function recordSession(
  { id, data }: { id: string; data: { object: Stripe.Checkout.Session } },
  mayBeEarly: boolean,
): Promise<WebhookOutcome> {
  const facts = paymentFactsOf(data.object, id)
  if (!facts) return data.object.payment_status === 'paid' ? set('unknown_order') : { outcome: 'ignored' }
  const recorded = await recordPayment(facts, 'provider')
  if (recorded.outcome !== 'unknown_order') return recorded
  if (facts.kind !== 'succeeded') return { outcome: 'ignored' }
  if (!mayBeEarly) await refuseStray(facts)
  return { outcome: 'early', reason: 'unknown_order' }
}

const set = (reason: string): WebhookOutcome => ({ outcome: 'quarantined', reason })
