import { holdStock, takeHolds } from '../inventory/index.ts'
import { getPayment, type Misfit, type PaymentFacts, recordFacts, requestRefund } from '../payments/index.ts'
import { rows, type Transaction, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { publish } from '../platform/queue.ts'
import { holdPromotionsAgain, usePromotions } from '../pricing/index.ts'
import { lockOrder, type Order } from './order.ts'
import { moveOrder, noteEvent } from './order-states.ts'

/** What became of a report: it counts, nobody knows its order, or it does not fit that and why. */
export type RecordedPayment =
  | { outcome: 'recorded' }
  | { outcome: 'unknown_order' }
  | { outcome: 'quarantined'; reason: Misfit }

/**
 * The only way in which an order becomes paid: the page that the shopper returns to, the provider's event and
 * the sweeper all bring what the provider says here. It may come any number of times and in any order.
 */
export function recordPayment(facts: PaymentFacts, actor: string): Promise<RecordedPayment> {
  return transaction(async (tx): Promise<RecordedPayment> => {
    const order = await lockOrder(tx, facts.orderId)
    if (!order) return { outcome: 'unknown_order' }
    const { became, misfit, isNew } = await recordFacts(tx, await getPayment(order.id, tx), facts)
    if (became === 'captured') await settle(tx, order, facts, actor)
    if (!misfit) return { outcome: 'recorded' }
    if (isNew) await question(tx, order, facts, { actor, misfit })
    return { outcome: 'quarantined', reason: misfit }
  })
}

async function settle(tx: Transaction, order: Order, facts: PaymentFacts, actor: string): Promise<void> {
  if (order.state === 'awaiting_payment') return sell(tx, order, actor)
  if (order.state === 'expired' && (await holdAgain(tx, order))) return sell(tx, order, actor)
  await giveMoneyBack(tx, order, facts, 'paid_too_late')
  await noteEvent(tx, order.id, order.state, { kind: 'refused_late_payment', actor })
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
  await giveMoneyBack(tx, order, facts, 'does_not_fit')
}

async function giveMoneyBack(
  tx: Transaction,
  order: Order,
  facts: PaymentFacts,
  reason: string,
): Promise<void> {
  const { amount, currency, reference } = facts
  if (reference) await requestRefund(tx, { orderId: order.id, amount, currency, reference, reason })
}

async function sell(tx: Transaction, order: Order, actor: string): Promise<void> {
  await takeHolds(tx, order.id, order.number, actor)
  await usePromotions(tx, order.id)
  await moveOrder(tx, order, 'paid', { kind: 'paid', actor })
  await publish(tx, 'order.paid', { orderId: order.id })
}

/** Whether the goods of an order that had lapsed are still to be had, and what was taken off it. */
async function holdAgain(tx: Transaction, order: Order): Promise<boolean> {
  const lines = await rows<{ variantId: number; quantity: number }>(
    'select variant_id as "variantId", quantity from orders.order_lines where order_id = $orderId',
    { orderId: order.id },
    tx,
  )
  if ((await holdStock(tx, order.id, lines, new Date())).refused) return false
  return !(await holdPromotionsAgain(tx, order.id)).refused
}
