import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of an order's amounts: every sum is the sum of its parts, as they were kept when it was placed. */
export const orderInvariants: Invariant[] = [
  {
    name: 'one-order-a-basket',
    sentence: 'A basket became one order at the most',
    sql: sql`
      select basket_id, array_agg(number) as numbers from orders.orders group by basket_id having count(*) > 1`,
  },
  {
    name: 'lines-add-up',
    sentence: 'A line costs its unit price times its quantity, less a discount that is not more than that',
    sql: sql`
      select o.number, line.sku, line.quantity, line.unit_price, line.discount, line.total
      from orders.order_lines line join orders.orders o on o.id = line.order_id
      where line.total <> line.unit_price * line.quantity - line.discount
        or line.discount not between 0 and line.unit_price * line.quantity`,
  },
  {
    name: 'lines-are-as-quoted',
    sentence: 'Each line has the price that its quote was placed with',
    sql: sql`
      select o.number, line.sku, line.quantity, line.unit_price, line.tax, line.total, quoted.line as quoted
      from orders.order_lines line join orders.orders o on o.id = line.order_id
      left join lateral (
        select each as line from jsonb_array_elements(o.quote -> 'lines') as each
        where (each ->> 'variantId')::bigint = line.variant_id limit 1) quoted on true
      where (quoted.line ->> 'quantity')::bigint is distinct from line.quantity
        or (quoted.line ->> 'unitPrice')::bigint is distinct from line.unit_price
        or (quoted.line ->> 'tax')::bigint is distinct from line.tax
        or (quoted.line ->> 'total')::bigint is distinct from line.total`,
  },
  {
    name: 'totals-add-up',
    sentence: 'An order costs its lines and its delivery, and their tax where it comes on top',
    sql: sql`
      select o.number, o.total, parts.lines, parts.discount, o.delivery_amount, o.tax, o.tax_included
      from orders.orders o left join lateral (
        select coalesce(sum(line.total), 0)::bigint as lines, coalesce(sum(line.discount), 0)::bigint as discount
        from orders.order_lines line where line.order_id = o.id) parts on true
      where o.total <> parts.lines + o.delivery_amount + case when o.tax_included then 0 else o.tax end
        or o.discount <> parts.discount`,
  },
  {
    name: 'taxes-add-up',
    sentence: 'The tax of an order is that of its lines and its delivery, and the sum of its rates',
    sql: sql`
      select o.number, o.tax, parts.tax as lines, quoted.delivery, quoted.rates
      from orders.orders o
      left join lateral (
        select coalesce(sum(line.tax), 0)::bigint as tax from orders.order_lines line where line.order_id = o.id) parts on true
      left join lateral (
        select coalesce((o.quote #>> '{delivery,tax}')::bigint, 0) as delivery,
          (select coalesce(sum((rate ->> 'tax')::bigint), 0)::bigint from jsonb_array_elements(o.quote -> 'taxes') rate) as rates
        ) quoted on true
      where o.tax <> parts.tax + quoted.delivery or o.tax <> quoted.rates`,
  },
]
