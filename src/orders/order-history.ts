import { row, rows } from '../platform/database.ts'
import { SHOP_TIME_ZONE } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import type { OrderState } from './order-states.ts'

/** An order in the list of a customer's. */
export interface OrderSummary {
  number: string
  state: OrderState
  placedAt: Date
  total: Money
  /** The first titles, and how many lines there are beyond them. */
  titles: string[]
  more: number
}

export interface OrderHistory {
  orders: OrderSummary[]
  count: number
  /** The years in which there are orders, the newest first. */
  years: number[]
}

interface Asked {
  /** A piece of a number, a title or a SKU; empty for all. */
  text: string
  year: number | null
  page: number
}

export const ORDERS_A_PAGE = 20
const TITLES = 2

/** A customer's orders, the newest first: those of a year, and those in which a text is to be found. */
export async function orderHistory(customerId: number, { text, year, page }: Asked): Promise<OrderHistory> {
  const bind = {
    customerId,
    year,
    pattern: text === '' ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    skipped: (page - 1) * ORDERS_A_PAGE,
  }
  const [found, counted] = await Promise.all([
    rows<Omit<OrderSummary, 'total' | 'more'> & { amount: number; currency: string; lines: number }>(
      `select number, state, placed_at as "placedAt", total as amount, currency,
         array(select title from orders.order_lines line where line.order_id = placed.id order by position
           limit ${TITLES}) as titles,
         (select count(*)::integer from orders.order_lines line where line.order_id = placed.id) as lines
       from orders.orders placed where ${WANTED} order by id desc limit ${ORDERS_A_PAGE} offset $skipped`,
      bind,
    ),
    row<{ count: number; years: number[] }>(
      `select (select count(*)::integer from orders.orders placed where ${WANTED}) as count,
         array(select distinct ${YEAR} as year from orders.orders placed
           where customer_id = $customerId order by year desc) as years`,
      bind,
    ),
  ])
  return {
    orders: found.map(({ amount, currency, lines, ...order }) => ({
      ...order,
      total: money(amount, currency),
      more: lines - order.titles.length,
    })),
    count: counted!.count,
    years: counted!.years,
  }
}

const YEAR = `extract(year from placed_at at time zone '${SHOP_TIME_ZONE}')::integer`
const WANTED = `customer_id = $customerId and ($year::integer is null or ${YEAR} = $year)
  and ($pattern::text is null or number ilike $pattern or exists (
    select from orders.order_lines line
    where line.order_id = placed.id and (line.title ilike $pattern or line.sku ilike $pattern)))`
