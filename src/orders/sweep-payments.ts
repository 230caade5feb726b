import { askPage, expireSession, getPayment, paymentFactsOf, type Stripe } from '../payments/index.ts'
import { rows } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { expireOrder } from './expire-order.ts'
import { recordPayment } from './record-payment.ts'

interface LapsedOrder {
  id: number
  number: string
}

/**
 * Looks after every order whose time to pay has passed: asks the provider first, closes its page, and only
 * then lets go of the goods. An order that cannot be asked about waits for the next round.
 */
export async function sweepPayments(stripe: Stripe): Promise<void> {
  const lapsed = await rows<LapsedOrder>(
    `select id, number from orders.orders
     where state = 'awaiting_payment' and held_until < now() order by held_until limit 100`,
  )
  for (const order of lapsed) {
    await settleLapsed(stripe, order).catch((error) =>
      logger.error({ err: error, order: order.number }, 'sweeper'),
    )
  }
}

async function settleLapsed(stripe: Stripe, order: LapsedOrder): Promise<void> {
  const payment = await getPayment(order.id)
  const isClosed = !payment.session || (await isSettledWith(stripe, payment.session))
  if (isClosed) await expireOrder(order.id)
}

/** Nothing more can come of the provider's page: what was paid there is recorded, and it is closed. */
async function isSettledWith(stripe: Stripe, id: string): Promise<boolean> {
  const session = await askPage(stripe, id)
  const facts = paymentFactsOf(session, `sweep:${session.id}:${session.payment_status}`)
  if (facts?.kind === 'succeeded' || facts?.kind === 'authorised') await recordPayment(facts, 'sweeper')
  return session.status !== 'open' || expireSession(stripe, session.id)
}
