import { spendCredit, spendCreditAgain } from '../credit/index.ts'
import { holdStock, releaseHolds, takeHolds } from '../inventory/index.ts'
import { rows, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { holdPromotionsAgain, releasePromotions, usePromotions } from '../pricing/index.ts'
import { lockOrder, type Order } from './order.ts'
import { moveOrder } from './order-states.ts'
import type { NewOrder } from './write-order.ts'

/** The goods of a locked order are sold, and it is paid. */
export async function sellOrder(tx: Transaction, order: Order, actor: string): Promise<void> {
  await takeHolds(tx, order.id, order.number, actor)
  await usePromotions(tx, order.id)
  await moveOrder(tx, order, 'paid', { kind: 'paid', actor })
  await publish(tx, 'order.paid', { orderId: order.id })
}

/**
 * Whether a locked order can still be paid: it waits for that, or it has lapsed, and its goods, what was taken off
 * them and what accounts paid of them are held again.
 */
export async function holdsGoods(tx: Transaction, order: Order): Promise<boolean> {
  if (order.state !== 'expired') return order.state === 'awaiting_payment'
  const lines = await rows<{ variantId: number; quantity: number }>(
    'select variant_id as "variantId", quantity from orders.order_lines where order_id = $orderId',
    { orderId: order.id },
    tx,
  )
  if ((await holdStock(tx, order.id, lines, new Date())).refused) return false
  if (!(await holdPromotionsAgain(tx, order.id)).refused) {
    if (!(await spendCreditAgain(tx, order.id)).refused) return true
    await releasePromotions(tx, order.id)
  }
  await releaseHolds(tx, order.id)
  return false
}

/** Accounts pay their part of an order that has just been written. Refuses when one has less by now. */
export function coverOrder(tx: Transaction, orderId: number, { credits }: Pick<NewOrder, 'credits'>) {
  return spendCredit(tx, orderId, credits)
}

/** An order for which nothing is left to pay is sold as it is placed. */
export async function sellCovered(tx: Transaction, orderId: number): Promise<void> {
  const order = await lockOrder(tx, orderId)
  await sellOrder(tx, order!, 'shop')
}
