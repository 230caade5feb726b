import { transaction } from '../platform/database.ts'
import { endOrder } from './end-order.ts'
import { lockOrder } from './order.ts'

/** Ends an order whose time to pay has passed: its goods are on sale again. Does nothing to any other order. */
export function expireOrder(orderId: number): Promise<void> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order?.state !== 'awaiting_payment' || !order.hasLapsed) return
    await endOrder(tx, order, 'expired', 'sweeper')
  })
}
