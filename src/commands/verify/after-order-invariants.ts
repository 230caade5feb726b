import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of what follows an order: parcels, refunds by line, invoices. */
export const afterOrderInvariants: Invariant[] = [
  {
    name: 'parcels-fit',
    sentence:
      'No more pieces of a line are in parcels than are to be sent; what was lost is sent again or given up',
    sql: sql`
      select o.number, line.sku, line.quantity, line.cancelled, parcels.pieces
      from orders.order_lines line join orders.orders o on o.id = line.order_id
      join lateral (
        select coalesce(sum(part.quantity), 0)::bigint as pieces
        from orders.shipment_lines part join orders.shipments parcel on parcel.id = part.shipment_id
        where parcel.state <> 'lost' and part.order_id = line.order_id and part.position = line.position) parcels on true
      where parcels.pieces > line.quantity - line.cancelled`,
  },
  {
    name: 'refunds-add-up',
    sentence:
      'A refund is the sum of the lines and the delivery that it is for, and what was added or taken off',
    sql: sql`
      select o.number, made.refund_id, refund.amount, parts.lines, made.delivery, made.adjustment
      from orders.order_refunds made join orders.orders o on o.id = made.order_id
      left join payments.refunds refund on refund.id = made.refund_id
      left join lateral (
        select coalesce(sum(part.amount), 0)::bigint as lines from orders.refund_lines part
        where part.refund_id = made.refund_id) parts on true
      where refund.amount is distinct from parts.lines + made.delivery + made.adjustment
        or refund.order_id is distinct from made.order_id`,
  },
  {
    name: 'refunds-fit-lines',
    sentence:
      'No more pieces of a line are refunded than were bought, and no more of its money than was paid for it',
    sql: sql`
      select o.number, line.sku, line.quantity, back.pieces, line.total, back.amount
      from orders.order_lines line join orders.orders o on o.id = line.order_id
      join lateral (
        select coalesce(sum(part.quantity), 0)::bigint as pieces, coalesce(sum(part.amount), 0)::bigint as amount
        from orders.refund_lines part
        where part.order_id = line.order_id and part.position = line.position) back on true
      where back.pieces > line.quantity
        or back.amount > line.total + case when o.tax_included then 0 else line.tax end`,
  },
  {
    name: 'invoices-have-no-gap',
    sentence: 'The numbers of a series run from one to the last without a gap',
    sql: sql`
      select series.kind, series.year, series.last, missing.position
      from invoicing.series cross join lateral generate_series(1, series.last) as missing (position)
      left join invoicing.invoices invoice
        on (invoice.kind, invoice.year, invoice.position) = (series.kind, series.year, missing.position)
      where invoice.number is null`,
  },
]
