import { askPage, findOrderOfSession, paymentFactsOf, type Stripe } from '../payments/index.ts'
import { row } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { recordPayment } from './record-payment.ts'

/**
 * A shopper comes back from the provider's page: asks the provider how it went and records it. Gives the number
 * of the order, even while the provider is silent (its own report will tell), or undefined for a page unknown to us.
 */
export async function returnFromPayment(stripe: Stripe, session: string): Promise<string | undefined> {
  const facts = await factsOf(stripe, session)
  if (facts?.kind === 'succeeded' || facts?.kind === 'authorised') await recordPayment(facts, 'shopper')
  const orderId = facts?.orderId ?? (await findOrderOfSession(session))
  return orderId ? numberOf(orderId) : undefined
}

async function factsOf(stripe: Stripe, id: string) {
  try {
    const page = await askPage(stripe, id)
    return paymentFactsOf(page, `return:${page.id}:${page.payment_status}`)
  } catch (error) {
    logger.warn({ err: error }, 'the provider does not say how a payment went')
    return undefined
  }
}

async function numberOf(orderId: number): Promise<string | undefined> {
  const order = await row<{ number: string }>('select number from orders.orders where id = $orderId', {
    orderId,
  })
  return order?.number
}
