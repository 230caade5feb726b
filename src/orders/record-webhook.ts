import {
  askPage,
  handleWebhook,
  paymentFactsOf,
  recordReport,
  refuseStray,
  type Stripe,
  type WebhookOutcome,
} from '../payments/index.ts'
import { recordDispute } from './record-dispute.ts'
import { recordPayment } from './record-payment.ts'

/**
 * Works on one kept event of the provider, in any order and any number of times. What does not concern money of ours
 * is only marked as read; what cannot be right is set aside, for staff.
 * @throws while what an event speaks of may still come: the queue brings it again.
 */
export function recordWebhook(stripe: Stripe, { eventId }: { eventId: string }): Promise<void> {
  return handleWebhook(eventId, async (event, mayBeEarly) => {
    if (event.type.startsWith('checkout.session.')) return recordPage(stripe, event, mayBeEarly)
    if (event.type.startsWith('charge.dispute.')) return recordDispute(event)
    return recordReport(stripe, event, mayBeEarly)
  })
}

/** Something has happened on a payment page. Whether a card holds money ready, the provider has to be asked. */
async function recordPage(stripe: Stripe, event: Stripe.Event, mayBeEarly: boolean): Promise<WebhookOutcome> {
  const told = event.data.object as Stripe.Checkout.Session
  const isPaidLater = told.status === 'complete' && told.payment_status === 'unpaid'
  const page = isPaidLater ? await askPage(stripe, told.id) : told
  const facts = paymentFactsOf(page, event.id)
  if (!facts)
    return page.payment_status === 'paid'
      ? { outcome: 'quarantined', reason: 'unknown_order' }
      : { outcome: 'ignored' }
  const recorded = await recordPayment(facts, 'provider')
  if (recorded.outcome === 'late') return { outcome: 'recorded' }
  if (recorded.outcome !== 'unknown_order') return recorded
  if (facts.kind !== 'succeeded' && facts.kind !== 'authorised') return { outcome: 'ignored' }
  if (!mayBeEarly) await refuseStray(facts)
  return { outcome: 'early', reason: 'unknown_order' }
}
