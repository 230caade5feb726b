import {
  handleWebhook,
  paymentFactsOf,
  refuseStray,
  type Stripe,
  type WebhookOutcome,
} from '../payments/index.ts'
import { recordPayment } from './record-payment.ts'

/**
 * Works on one kept event of the provider, in any order and any number of times. What does not concern money of ours
 * is only marked as read; what cannot be right is set aside, for staff.
 * @throws while what an event speaks of may still come: the queue brings it again.
 */
export function recordWebhook({ eventId }: { eventId: string }): Promise<void> {
  return handleWebhook(eventId, async (event, mayBeEarly) => {
    if (event.type.startsWith('checkout.session.'))
      return recordPage(event.id, event.data.object as Stripe.Checkout.Session, mayBeEarly)
    return { outcome: 'ignored' }
  })
}

/** Something has happened on a payment page. */
async function recordPage(
  eventId: string,
  page: Stripe.Checkout.Session,
  mayBeEarly: boolean,
): Promise<WebhookOutcome> {
  const facts = paymentFactsOf(page, eventId)
  if (!facts)
    return page.payment_status === 'paid'
      ? { outcome: 'quarantined', reason: 'unknown_order' }
      : { outcome: 'ignored' }
  const recorded = await recordPayment(facts, 'provider')
  if (recorded.outcome === 'late') return { outcome: 'recorded' }
  if (recorded.outcome !== 'unknown_order') return recorded
  if (facts.kind !== 'succeeded') return { outcome: 'ignored' }
  if (!mayBeEarly) await refuseStray(facts)
  return { outcome: 'early', reason: 'unknown_order' }
}
