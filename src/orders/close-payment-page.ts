import { askPage, expireSession, getPayment, paymentFactsOf, type Stripe } from '../payments/index.ts'
import { recordPayment } from './record-payment.ts'

/**
 * Closes the provider's page of an order that has been cancelled, so that nothing can be paid there any more. What was
 * paid meanwhile all the same is recorded, and so goes back.
 */
export async function closePaymentPage(stripe: Stripe, { orderId }: { orderId: number }): Promise<void> {
  const { session, state } = await getPayment(orderId)
  if (!session || state !== 'pending' || (await expireSession(stripe, session))) return
  const page = await askPage(stripe, session)
  const facts = paymentFactsOf(page, `cancellation:${page.id}:${page.payment_status}`)
  if (facts?.kind === 'succeeded' || facts?.kind === 'authorised') await recordPayment(facts, 'sweeper')
}
