import { rows } from '../platform/database.ts'
import { type Money, money } from '../platform/money.ts'
import { type EventKind, INTERNAL_KINDS } from './order-states.ts'

/** Something that has happened to an order, as its shopper is told. */
export interface TimelineEntry {
  kind: EventKind
  at: Date
  /** Which parcel or return of the order it is about. */
  number?: number
  amount?: Money
}

/** What has happened to an order, the oldest first, without what is for the staff's eyes only. */
export async function timelineView(orderId: number): Promise<TimelineEntry[]> {
  const events = await rows<{ kind: EventKind; at: Date; details: Details; currency: string }>(
    `select event.kind, event.at, event.details, bought.currency
     from orders.order_events event join orders.orders bought on bought.id = event.order_id
     where event.order_id = $orderId and event.kind <> all($internal::text[]) order by event.id`,
    { orderId, internal: INTERNAL_KINDS },
  )
  return events.map(({ kind, at, details: { number, amount }, currency }) => ({
    kind,
    at,
    ...(number !== undefined && { number }),
    ...(amount !== undefined && { amount: money(amount, currency) }),
  }))
}

interface Details {
  number?: number
  amount?: number
}
