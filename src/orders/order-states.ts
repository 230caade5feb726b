import { rows, type Transaction } from '../platform/database.ts'

/** Which state may follow which. What is not here does not happen. */
export const orderFollowers = {
  awaiting_payment: ['paid', 'cancelled', 'expired'],
  paid: ['partly_shipped', 'shipped', 'cancelled'],
  partly_shipped: ['shipped'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
  expired: ['paid'],
} as const satisfies Record<string, readonly string[]>

export type OrderState = keyof typeof orderFollowers

export interface OrderEvent {
  kind: 'placed' | 'paid' | 'expired' | 'refused_late_payment' | 'payment_in_question' | 'disputed'
  /** Who did it: `shopper`, `provider`, `sweeper`, or a member of staff. */
  actor: string
  details?: Record<string, unknown>
}

/**
 * Moves a locked order to another state, with its event.
 * @throws Error for a move that the table above does not know.
 */
export async function moveOrder(
  tx: Transaction,
  order: { id: number; state: OrderState },
  to: OrderState,
  event: OrderEvent,
) {
  if (!(orderFollowers[order.state] as readonly string[]).includes(to)) {
    throw new Error(`Order ${order.id} cannot go from ${order.state} to ${to}`)
  }
  await rows('update orders.orders set state = $to where id = $id', { id: order.id, to }, tx)
  await noteEvent(tx, order.id, to, event)
}

/** Writes an event that leaves the order in the state it is in. */
export async function noteEvent(
  tx: Transaction,
  orderId: number,
  state: OrderState,
  event: OrderEvent,
): Promise<void> {
  await rows(
    `insert into orders.order_events (order_id, kind, state, actor, details) values ($orderId, $kind, $state, $actor, $details)`,
    { orderId, kind: event.kind, state, actor: event.actor, details: JSON.stringify(event.details ?? {}) },
    tx,
  )
}
