import { holdStock, releaseHolds, takeHolds } from '../inventory/index.ts'
import { rows, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { holdPromotionsAgain, usePromotions } from '../pricing/index.ts'
import type { Order } from './order.ts'
import { moveOrder } from './order-states.ts'

/** The goods of a locked order are sold, and it is paid. */
export async function sellOrder(tx: Transaction, order: Order, actor: string): Promise<void> {
  await takeHolds(tx, order.id, order.number, actor)
  await usePromotions(tx, order.id)
  await moveOrder(tx, order, 'paid', { kind: 'paid', actor })
  await publish(tx, 'order.paid', { orderId: order.id })
}

/**
 * Whether a locked order can still be paid: it waits for that, or it has lapsed, and its goods and what was taken off
 * them are held again.
 */
export async function holdsGoods(tx: Transaction, order: Order): Promise<boolean> {
  if (order.state !== 'expired') return order.state === 'awaiting_payment'
  const lines = await rows<{ variantId: number; quantity: number }>(
    'select variant_id as "variantId", quantity from orders.order_lines where order_id = $orderId',
    { orderId: order.id },
    tx,
  )
  if ((await holdStock(tx, order.id, lines, new Date())).refused) return false
  if (!(await holdPromotionsAgain(tx, order.id)).refused) return true
  await releaseHolds(tx, order.id)
  return false
}
