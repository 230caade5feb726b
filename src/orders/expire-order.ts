import { releaseHolds } from '../inventory/index.ts'
import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { releasePromotions } from '../pricing/index.ts'
import { lockOrder } from './order.ts'
import { moveOrder } from './order-states.ts'

/** Ends an order whose time to pay has passed: its goods are on sale again. Does nothing to any other order. */
export function expireOrder(orderId: number): Promise<void> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order?.state !== 'awaiting_payment' || !order.hasLapsed) return
    await releaseHolds(tx, order.id)
    await releasePromotions(tx, order.id)
    await moveOrder(tx, order, 'expired', { kind: 'expired', actor: 'sweeper' })
    await publish(tx, 'order.expired', {
      orderId: order.id,
      basketId: order.basketId,
      visitorId: order.visitorId,
    })
  })
}
