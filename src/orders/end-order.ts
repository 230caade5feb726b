import { giveCreditBack } from '../credit/index.ts'
import { releaseHolds } from '../inventory/index.ts'
import type { Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { releasePromotions } from '../pricing/index.ts'
import type { Order } from './order.ts'
import { moveOrder } from './order-states.ts'

/**
 * What cancelling and lapsing share: a locked order lets go of all that it held and comes to its end, and whoever
 * listens is told. `actor` is who ends it.
 */
export async function endOrder(
  tx: Transaction,
  order: Order,
  end: 'cancelled' | 'expired',
  actor: string,
): Promise<void> {
  await releaseHolds(tx, order.id)
  await releasePromotions(tx, order.id)
  if (order.state === 'awaiting_payment') await giveCreditBack(tx, order.id)
  await moveOrder(tx, order, end, { kind: end, actor })
  const { id: orderId, basketId, visitorId } = order
  await publish(tx, `order.${end}`, { orderId, basketId, visitorId })
}
