import { expireSession, paymentFactsOf, type Stripe } from '../payments/index.ts'
import { rows } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { expireOrder } from './expire-order.ts'
import { recordPayment } from './record-payment.ts'

interface LapsedOrder {
  id: number
  number: string
  session: string | null
}

/**
 * Looks after every order whose time to pay has passed: asks the provider first, closes its page, and only
 * then lets go of the goods. An order that cannot be asked about waits for the next round.
 */
export async function sweepPayments(stripe: Stripe): Promise<void> {
  const lapsed = await rows<LapsedOrder>(
    `select lapsed.id, lapsed.number, payment.provider_session as session
     from orders.orders lapsed join payments.payments payment on payment.order_id = lapsed.id
     where lapsed.state = 'awaiting_payment' and lapsed.held_until < now()
     order by lapsed.held_until limit 100`,
  )
  for (const order of lapsed) {
    await settleLapsed(stripe, order).catch((error) =>
      logger.error({ err: error, order: order.number }, 'sweeper'),
    )
  }
}

async function settleLapsed(stripe: Stripe, order: LapsedOrder): Promise<void> {
  if (!order.session) return expireOrder(order.id)
  const session = await stripe.checkout.sessions.retrieve(order.session)
  const facts = paymentFactsOf(session, `sweep:${session.id}:${session.payment_status}`)
  if (facts?.kind === 'succeeded') return recordPayment(facts, 'sweeper')
  if (session.status === 'expired' || (await expireSession(stripe, session.id))) await expireOrder(order.id)
}
