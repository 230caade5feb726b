import { awaitedByEach } from '../inventory/index.ts'
import { rows, type Transaction } from '../platform/database.ts'

/** For how many days after its dispatch a parcel's goods can go back. */
export const RETURN_DAYS = 30

/** Where the pieces of one line of an order are, and what was paid for them (minor units, tax in it). */
export interface LineCounts {
  position: number
  variantId: number
  title: string
  quantity: number
  paid: number
  /** Sold, and not in the house yet. */
  awaited: number
  /** Given back before they left the house. */
  cancelled: number
  /** In parcels, by how far those are. */
  preparing: number
  shipped: number
  delivered: number
  lost: number
  /** Taken from the shelf once more, for others that were lost. */
  replacing: number
  /** Dispatched, not lost, and not too long ago to go back. */
  recent: number
  /** In returns that have not arrived, and those that have. */
  returning: number
  returned: number
  /** Refunded or asked to be, and what that came to. */
  refunded: number
  refundedAmount: number
}

/** The counts of every line of an order, as its parcels, returns and refunds have them. */
export async function lineCounts(orderId: number, tx?: Transaction): Promise<LineCounts[]> {
  return (await lineCountsOf([orderId], tx)).get(orderId) ?? []
}

/** The same of several orders, by their ids. */
export async function lineCountsOf(orderIds: number[], tx?: Transaction): Promise<Map<number, LineCounts[]>> {
  const awaited = await awaitedByEach(orderIds, tx)
  const lines = (await readCounts(orderIds, tx)).map(({ orderId, ...line }) => {
    const waiting = awaited.find((one) => one.orderId === orderId && one.variantId === line.variantId)
    return { orderId, line: { ...line, awaited: waiting?.quantity ?? 0 } }
  })
  const byOrder = Map.groupBy(lines, ({ orderId }) => orderId)
  return new Map([...byOrder].map(([orderId, found]) => [orderId, found.map(({ line }) => line)]))
}

function readCounts(
  orderIds: number[],
  tx?: Transaction,
): Promise<(Omit<LineCounts, 'awaited'> & { orderId: number })[]> {
  return rows(
    `select line.order_id as "orderId", line.position, line.variant_id as "variantId",
       concat_ws(', ', line.title, nullif(line.option_text, '')) as title,
       line.quantity, line.cancelled, line.total + case when bought.tax_included then 0 else line.tax end as paid,
       parcels.*, returns.*, refunds.*
     from orders.order_lines line
     join orders.orders bought on bought.id = line.order_id
     cross join lateral (
       select coalesce(sum(part.quantity) filter (where parcel.state = 'preparing'), 0) as preparing,
         coalesce(sum(part.quantity) filter (where parcel.state = 'shipped'), 0) as shipped,
         coalesce(sum(part.quantity) filter (where parcel.state = 'delivered'), 0) as delivered,
         coalesce(sum(part.quantity) filter (where parcel.state = 'lost'), 0) as lost,
         coalesce(sum(part.replacing), 0) as replacing,
         coalesce(sum(part.quantity) filter (where parcel.state in ('shipped', 'delivered')
           and parcel.shipped_at > now() - make_interval(days => $days)), 0) as recent
       from orders.shipment_lines part join orders.shipments parcel on parcel.id = part.shipment_id
       where part.order_id = line.order_id and part.position = line.position) parcels
     cross join lateral (
       select coalesce(sum(part.quantity) filter (where back.state in ('requested', 'approved')), 0) as returning,
         coalesce(sum(part.arrived) filter (where back.state in ('received', 'refunded')), 0) as returned
       from orders.return_lines part join orders.returns back on back.id = part.return_id
       where part.order_id = line.order_id and part.position = line.position) returns
     cross join lateral (
       select coalesce(sum(part.quantity), 0) as refunded, coalesce(sum(part.amount), 0)::bigint as "refundedAmount"
       from orders.refund_lines part
       where part.order_id = line.order_id and part.position = line.position) refunds
     where line.order_id = any($orderIds::bigint[]) order by line.order_id, line.position`,
    { orderIds, days: RETURN_DAYS },
    tx,
  )
}

/** How many pieces still have to be sent; those that were lost are among them. */
export function unsent({ quantity, cancelled, preparing, shipped, delivered }: LineCounts): number {
  return quantity - cancelled - preparing - shipped - delivered
}

/** How many of these can be packed now, from the house or from the shelf. */
export function packable(line: LineCounts): number {
  return unsent(line) - line.awaited
}

/** How many of the pieces that were sold lie in the house and in no parcel. */
export function inHouse(line: LineCounts): number {
  const { quantity, awaited, cancelled, preparing, shipped, delivered, lost, replacing } = line
  return Math.max(0, quantity - awaited - cancelled - preparing - shipped - delivered - lost + replacing)
}

/** How many pieces may go back now: sent not too long ago, not on their way back, and not refunded. */
export function returnable(line: LineCounts): number {
  const { quantity, shipped, delivered, recent, returning, returned, refunded } = line
  return Math.max(
    0,
    Math.min(recent, shipped + delivered - returning - returned, quantity - refunded - returning),
  )
}
