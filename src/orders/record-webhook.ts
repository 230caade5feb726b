import { paymentFactsOf, type Stripe, takeWebhook, webhookHandled } from '../payments/index.ts'
import { recordPayment } from './record-payment.ts'

/** Works on one kept event of the provider. What does not concern an order of ours is only marked as read. */
export async function recordWebhook({ eventId }: { eventId: string }): Promise<void> {
  const event = await takeWebhook(eventId)
  const session = sessionIn(event)
  const facts = session && paymentFactsOf(session, event.id)
  if (facts) await recordPayment(facts, 'provider')
  await webhookHandled(eventId)
}

function sessionIn(event: Stripe.Event): Stripe.Checkout.Session | undefined {
  return event.type.startsWith('checkout.session.')
    ? (event.data.object as Stripe.Checkout.Session)
    : undefined
}
