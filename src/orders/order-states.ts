import { rows, type Transaction } from '../platform/database.ts'

/** Which state may follow which. What is not here does not happen. */
export const orderFollowers = {
  awaiting_payment: ['paid', 'cancelled', 'expired'],
  paid: ['partly_shipped', 'shipped', 'cancelled'],
  partly_shipped: ['shipped', 'delivered'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
  expired: ['paid'],
} as const satisfies Record<string, readonly string[]>

export type OrderState = keyof typeof orderFollowers

/** Whether the table above knows this move. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  return (orderFollowers[from] as readonly string[]).includes(to)
}

/** What happens to an order, in the shopper's timeline or in that of the staff. */
export type EventKind =
  | 'placed'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'lines_cancelled'
  | 'refused_late_payment'
  | 'payment_in_question'
  | 'disputed'
  | 'address_changed'
  | 'shipment_prepared'
  | 'shipment_discarded'
  | 'shipment_dispatched'
  | 'shipment_delivered'
  | 'shipment_lost'
  | 'return_requested'
  | 'return_approved'
  | 'return_declined'
  | 'return_received'
  | 'return_refunded'
  | 'refund_requested'
  | 'refund_asked_again'
  | 'refunded'
  | 'refund_failed'
  | 'note'

/** What is for the staff's eyes only. */
export const INTERNAL_KINDS: EventKind[] = [
  'payment_in_question',
  'disputed',
  'shipment_prepared',
  'shipment_discarded',
  'return_refunded',
  'refund_asked_again',
  'refund_failed',
  'note',
]

export interface OrderEvent {
  kind: EventKind
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
  if (!mayMove(order.state, to)) {
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
