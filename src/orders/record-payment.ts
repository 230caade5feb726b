import { getPayment, type Misfit, type PaymentFacts, recordFacts, undoPayment } from '../payments/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { lockOrder, type Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import { holdsGoods, sellOrder } from './sell-order.ts'

/** What became of a report. */
export type RecordedPayment =
  | { outcome: 'recorded' }
  /** The order has lapsed or was cancelled and its goods are gone: the money goes back. */
  | { outcome: 'late' }
  | { outcome: 'unknown_order' }
  /** It does not fit its order. */
  | { outcome: 'quarantined'; reason: Misfit }

/**
 * The only way in which an order becomes paid: the page that the shopper returns to, the provider's event and
 * the sweeper all bring what the provider says here. It may come any number of times and in any order.
 */
export function recordPayment(facts: PaymentFacts, actor: string): Promise<RecordedPayment> {
  return transaction(async (tx): Promise<RecordedPayment> => {
    const order = await lockOrder(tx, facts.orderId)
    return order ? recordPaymentOf(tx, order, facts, actor) : { outcome: 'unknown_order' }
  })
}

/** The same for an order that is locked. */
export async function recordPaymentOf(
  tx: Transaction,
  order: Order,
  facts: PaymentFacts,
  actor: string,
): Promise<RecordedPayment> {
  const { became, misfit, isNew } = await recordFacts(tx, await getPayment(order.id, tx), facts)
  if (became) return settle(tx, order, facts, actor)
  if (!misfit) return { outcome: 'recorded' }
  if (isNew) await question(tx, order, facts, { actor, misfit })
  return { outcome: 'quarantined', reason: misfit }
}

async function settle(
  tx: Transaction,
  order: Order,
  facts: PaymentFacts,
  actor: string,
): Promise<RecordedPayment> {
  if (await holdsGoods(tx, order)) {
    await sellOrder(tx, order, actor)
    return { outcome: 'recorded' }
  }
  await undoPayment(tx, facts, 'paid_too_late')
  await noteEvent(tx, order.id, order.state, { kind: 'refused_late_payment', actor })
  return { outcome: 'late' }
}

/** Money that does not fit the order goes back where it came from; the order goes on waiting for its own. */
async function question(
  tx: Transaction,
  order: Order,
  facts: PaymentFacts,
  { actor, misfit }: { actor: string; misfit: Misfit },
): Promise<void> {
  logger.error({ event: facts.eventId, order: order.number, reason: misfit }, 'payment quarantined')
  const details = { reason: misfit, amount: facts.amount, currency: facts.currency }
  await noteEvent(tx, order.id, order.state, { kind: 'payment_in_question', actor, details })
  await undoPayment(tx, facts, 'does_not_fit')
}
