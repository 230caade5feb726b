import { type Sql, sql } from '../platform/sql.ts'
import type { Order } from './ask.ts'
import { ARE_MORE } from './candidates.ts'

/** How candidates are sorted, and what of each is then its key. */
const sorted: Record<Order, Sql> = {
  relevance: sql`rank desc, merit desc, id desc`,
  merit: sql`merit desc, id desc`,
  popularity: sql`popularity desc, id desc`,
  newest: sql`newest desc, id desc`,
  price: sql`price, id`,
  'price-down': sql`price desc, id desc`,
  name: sql`name collate "und-x-icu", id`,
}

const keys: Record<Order, Sql> = {
  relevance: sql`rank`,
  merit: sql`merit`,
  popularity: sql`popularity`,
  newest: sql`newest`,
  price: sql`price`,
  'price-down': sql`price`,
  name: sql`name`,
}

/** SQL of a page of what was looked at: all that there is or, by relevance, the best of it. */
export function sortedPage(order: Order): Sql {
  return sql`
    page as (
      select id, ${keys[order]}::text as key from pool
      where ${order === 'relevance' ? sql`true` : sql`not ${ARE_MORE}`}
      order by ${sorted[order]} limit $limit offset $skipped)`
}
