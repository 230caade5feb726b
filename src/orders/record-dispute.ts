import { keepDispute, type Stripe, type WebhookOutcome } from '../payments/index.ts'
import { transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'

/** Keeps what the provider says of a dispute, tells staff, and notes on the order when one is opened and decided. */
export function recordDispute(event: Stripe.Event): Promise<WebhookOutcome> {
  return transaction(async (tx): Promise<WebhookOutcome> => {
    const { orderId, news, ...dispute } = await keepDispute(tx, event, event.data.object as Stripe.Dispute)
    if (!news) return { outcome: 'recorded' }
    logger.error({ event: event.id, orderId, news, ...dispute }, 'payment disputed')
    const order = orderId === undefined ? undefined : await lockOrder(tx, orderId)
    if (!order) return { outcome: 'quarantined', reason: 'unknown_payment' }
    await noteEvent(tx, order.id, order.state, { kind: 'disputed', actor: 'provider', details: dispute })
    return { outcome: 'recorded' }
  })
}
