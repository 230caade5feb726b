import {
  handleWebhook,
  paymentFactsOf,
  recordRefund,
  refuseStray,
  type Stripe,
  type WebhookOutcome,
} from '../payments/index.ts'
import { recordDispute } from './record-dispute.ts'
import { recordPayment } from './record-payment.ts'

/** Told of before anything of it was worked on, or while it may still be on its way. */
type Report = { event: Stripe.Event; mayBeEarly: boolean }

/**
 * Works on one kept event of the provider, in any order and any number of times. What does not concern money of ours
 * is only marked as read; what cannot be right is set aside, for staff.
 * @throws while what an event speaks of may still come: the queue brings it again.
 */
export function recordWebhook(stripe: Stripe, { eventId }: { eventId: string }): Promise<void> {
  return handleWebhook(eventId, async (event, mayBeEarly) => {
    const report = { event, mayBeEarly }
    if (event.type.startsWith('checkout.session.')) return recordPage(report)
    if (event.type.startsWith('charge.dispute.')) return recordDispute(event)
    if (event.type.startsWith('refund.')) return recordOneRefund(report, event.data.object as Stripe.Refund)
    if (event.type === 'charge.refunded') return recordRefundsOf(stripe, report)
    return { outcome: 'ignored' }
  })
}

/** Something has happened on a payment page. */
async function recordPage({ event, mayBeEarly }: Report): Promise<WebhookOutcome> {
  const page = event.data.object as Stripe.Checkout.Session
  const facts = paymentFactsOf(page, event.id)
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

function recordOneRefund({ event, mayBeEarly }: Report, refund: Stripe.Refund): Promise<WebhookOutcome> {
  return recordRefund({ refund, mayBeEarly, askedAs: event.request?.idempotency_key ?? null })
}

/** Some of a charge has gone back: which refunds, the provider knows. */
async function recordRefundsOf(stripe: Stripe, report: Report): Promise<WebhookOutcome> {
  const { id } = report.event.data.object as Stripe.Charge
  const refunds = await stripe.refunds.list({ charge: id, limit: 100 })
  const outcomes: WebhookOutcome[] = []
  for (const refund of refunds.data.toReversed()) outcomes.push(await recordOneRefund(report, refund))
  return outcomes.find(({ outcome }) => outcome !== 'recorded') ?? { outcome: 'recorded' }
}
