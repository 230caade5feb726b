import { rows } from '../platform/database.ts'
import { type Money, money } from '../platform/money.ts'
import { type Sql, sql } from '../platform/sql.ts'
import type { OrderState } from './order-states.ts'

/** An order in the list of the staff. */
export interface OfficeRow {
  id: number
  number: string
  state: OrderState
  placedAt: Date
  email: string
  name: string
  total: Money
  paymentMethod: string
  pieces: number
}

/** What staff look at most, by name; each is a link. */
export const officeFilters = ['all', 'to-ship', 'unpaid', 'on-the-way', 'delivered', 'ended'] as const
export type OfficeFilter = (typeof officeFilters)[number]

const states: Record<OfficeFilter, OrderState[] | null> = {
  all: null,
  'to-ship': ['paid', 'partly_shipped'],
  unpaid: ['awaiting_payment'],
  'on-the-way': ['shipped', 'partly_shipped'],
  delivered: ['delivered'],
  ended: ['cancelled', 'expired'],
}

interface Asked {
  filter: OfficeFilter
  /** A number, or a piece of a name or an e-mail address. */
  text: string
  /** Only those that were placed before this one. */
  before: number | null
}

/** Orders, the newest first; those to be shipped, the oldest first, for they wait longest. */
export async function officeList({ filter, text, before }: Asked, limit: number): Promise<OfficeRow[]> {
  const isNumber = /^p?-?\d+$/i.test(text)
  const order = filter === 'to-ship' ? sql`placed.id` : sql`placed.id desc`
  const page: Sql = filter === 'to-ship' ? sql`placed.id > $before` : sql`placed.id < $before`
  const found = await rows<Omit<OfficeRow, 'total'> & { amount: number; currency: string }>(
    sql`select placed.id, placed.number, placed.state, placed.placed_at as "placedAt", placed.email,
       placed.delivery_address ->> 'name' as name, placed.total as amount, placed.currency,
       placed.payment_method as "paymentMethod",
       (select coalesce(sum(quantity), 0)::integer from orders.order_lines where order_id = placed.id) as pieces
     from orders.orders placed
     where ($states::text[] is null or placed.state = any($states::text[]))
       and ($number::text is null or placed.number = $number)
       and ($pattern::text is null
         or lower(placed.email || ' ' || coalesce(placed.delivery_address ->> 'name', '')) like $pattern)
       and ($before::bigint is null or ${page})
     order by ${order} limit $limit`,
    {
      states: states[filter],
      number: isNumber ? `P-${text.replace(/\D/g, '')}` : null,
      pattern: text && !isNumber ? `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null,
      before,
      limit,
    },
  )
  return found.map(({ amount, currency, ...row }) => ({ ...row, total: money(amount, currency) }))
}
