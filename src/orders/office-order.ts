import { getPayment, type Payment, refundsOf } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import { type LineCounts, lineCounts, packable } from './line-counts.ts'
import { type OrderView, orderView } from './order-view.ts'

/** Something that has happened to an order, with what is for the staff's eyes only. */
export interface OfficeEvent {
  at: Date
  kind: string
  state: string
  actor: string
  details: Record<string, unknown>
}

/** An order with all that staff need to work on it. */
export interface OfficeOrder {
  order: OrderView
  lines: (LineCounts & { packable: number })[]
  payment: Payment
  refunds: Awaited<ReturnType<typeof refundsOf>>
  events: OfficeEvent[]
  /** What of the delivery was paid and not refunded, in minor units. */
  deliveryLeft: number
  comments: Record<number, string>
}

/** The id of an order by its number, or undefined. */
export async function findOrderId(number: string): Promise<number | undefined> {
  const found = await row<{ id: number }>('select id from orders.orders where number = $number', { number })
  return found?.id
}

/** Everything about an order, for the staff. */
export async function officeOrder(orderId: number): Promise<OfficeOrder> {
  const [order, counts, payment, refunds, events, delivery, comments] = await Promise.all([
    orderView(orderId, 'en'),
    lineCounts(orderId),
    getPayment(orderId),
    refundsOf(orderId),
    rows<OfficeEvent>(
      `select at, kind, state, actor, details from orders.order_events where order_id = $orderId order by id`,
      { orderId },
    ),
    row<{ left: number }>(
      `select (placed.delivery_amount - coalesce((select sum(delivery) from orders.order_refunds
         where order_id = placed.id), 0))::bigint as left
       from orders.orders placed where placed.id = $orderId`,
      { orderId },
    ),
    rows<{ id: number; comment: string }>(
      `select id, comment from orders.returns where order_id = $orderId and comment <> ''`,
      { orderId },
    ),
  ])
  return {
    order,
    lines: counts.map((line) => ({ ...line, packable: packable(line) })),
    payment,
    refunds,
    events,
    deliveryLeft: delivery!.left,
    comments: Object.fromEntries(comments.map(({ id, comment }) => [id, comment])),
  }
}

/** How an order is, as the audit log keeps it: short, and different after every change. Locks it, so that this is so until then. */
export async function orderStateOf(tx: Transaction, number: string): Promise<object | undefined> {
  await rows('select from orders.orders where number = $number for update', { number }, tx)
  return row<{ state: string }>(
    `select placed.state,
       (select count(*)::integer from orders.order_events where order_id = placed.id) as events,
       (select coalesce(jsonb_object_agg(parcel.number, parcel.state), '{}') from orders.shipments parcel
        where parcel.order_id = placed.id) as parcels,
       (select coalesce(jsonb_object_agg(back.number, back.state), '{}') from orders.returns back
        where back.order_id = placed.id) as returns,
       (select coalesce(sum(amount), 0)::bigint from orders.refund_lines where order_id = placed.id) as "refundedLines"
     from orders.orders placed
     where placed.number = $number`,
    { number },
    tx,
  )
}
