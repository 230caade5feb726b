import { rows } from '../platform/database.ts'
import { type Money, money } from '../platform/money.ts'
import { type SortColumn, type SortedPage, type Sorting, sortedBy } from '../platform/sorting.ts'
import { sql } from '../platform/sql.ts'
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
  /** What it has in the column by which the list is sorted. */
  sortKey: string
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

const columns = {
  placed: { by: sql`placed.placed_at`, kind: 'time' },
  total: { by: sql`placed.total`, kind: 'number' },
  customer: { by: sql`lower(placed.email)`, kind: 'text' },
} satisfies Record<string, SortColumn>
export type OfficeColumn = keyof typeof columns
export const officeColumns = Object.keys(columns) as OfficeColumn[]

/** The newest first; of those to be shipped the oldest, for they wait longest. */
export function officeSorting(filter: OfficeFilter): Sorting<OfficeColumn> {
  return { column: 'placed', isDescending: filter !== 'to-ship' }
}

interface Asked {
  filter: OfficeFilter
  /** A number, or a piece of a name or an e-mail address. */
  text: string
  page: SortedPage<OfficeColumn>
}

/** Orders, sorted. */
export async function officeList({ filter, text, page }: Asked, limit: number): Promise<OfficeRow[]> {
  const isNumber = /^p?-?\d+$/i.test(text)
  const { key, behind, order, values } = sortedBy(columns[page.sorting.column], sql`placed.id`, page)
  const found = await rows<Omit<OfficeRow, 'total'> & { amount: number; currency: string }>(
    sql`select placed.id, placed.number, placed.state, placed.placed_at as "placedAt", placed.email,
       placed.delivery_address ->> 'name' as name, placed.total as amount, placed.currency,
       placed.payment_method as "paymentMethod",
       (select coalesce(sum(quantity), 0)::integer from orders.order_lines where order_id = placed.id) as pieces, ${key}
     from orders.orders placed
     where ($states::text[] is null or placed.state = any($states::text[]))
       and ($number::text is null or placed.number = $number)
       and ($pattern::text is null
         or lower(placed.email || ' ' || coalesce(placed.delivery_address ->> 'name', '')) like $pattern)
       and ${behind}
     order by ${order} limit $limit`,
    {
      states: states[filter],
      number: isNumber ? `P-${text.replace(/\D/g, '')}` : null,
      pattern: text && !isNumber ? `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null,
      ...values,
      limit,
    },
  )
  return found.map(({ amount, currency, ...row }) => ({ ...row, total: money(amount, currency) }))
}
