import {
  closeDiscrepancy,
  findDiscrepancy,
  paymentFactsOf,
  recordAsTold,
  refuseStray,
  type Stripe,
} from '../payments/index.ts'
import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { recordPayment } from './record-payment.ts'

/**
 * Mends where our books and the provider's do not agree: records the payment (which pays its order or goes back),
 * records the refund, or asks for it again. What both sides tell differently, and money that is none of the shop's, is
 * only marked as looked at: a person has found out who is right. Refuses what is mended already.
 */
export async function mendDiscrepancy(stripe: Stripe, id: number, actor: string) {
  const discrepancy = await findDiscrepancy(id)
  if (!discrepancy) return { refused: 'mended' as const }
  const { kind, subject } = discrepancy
  if (kind === 'payment_missing') await recordMissing(stripe, subject, actor)
  if (kind === 'payment_differs' || kind === 'refund_missing' || kind === 'refund_state_differs')
    await recordAsTold(stripe, subject)
  if (kind === 'refund_not_sent') await askAgain(Number(subject))
  await closeDiscrepancy(id, actor)
  return { mended: kind }
}

async function recordMissing(stripe: Stripe, payment: string, actor: string): Promise<void> {
  const pages = await stripe.checkout.sessions.list({
    payment_intent: payment,
    limit: 1,
    expand: ['data.payment_intent'],
  })
  const page = pages.data[0]
  const facts = page && paymentFactsOf(page, `mend:${page.id}:${page.payment_status}`)
  if (!facts) return
  const recorded = await recordPayment(facts, actor)
  if (recorded.outcome === 'unknown_order') await refuseStray(facts)
}

function askAgain(refundId: number): Promise<void> {
  return transaction((tx) => publish(tx, 'refund.requested', { refundId }))
}
