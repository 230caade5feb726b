import { rows } from '../platform/database.ts'
import { SHOP_TIME_ZONE } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'

/** What was sold in a week and in the one before, in one currency. */
export interface SalesFigure {
  orders: number
  ordersBefore: number
  total: Money
  totalBefore: Money
}

/** A day of sales in one currency; amounts in minor units. */
export interface SalesDay {
  day: string
  orders: number
  amount: number
}

const SOLD = `state in ('paid', 'partly_shipped', 'shipped', 'delivered')`

/** What was sold in the last seven days beside the seven before, the currency of most orders first. */
export async function salesFigures(): Promise<SalesFigure[]> {
  const found = await rows<{
    currency: string
    orders: number
    ordersBefore: number
    amount: number
    amountBefore: number
  }>(
    `select currency, count(*) filter (where isNow)::integer as orders, count(*) filter (where not isNow)::integer as "ordersBefore",
       coalesce(sum(total) filter (where isNow), 0)::bigint as amount,
       coalesce(sum(total) filter (where not isNow), 0)::bigint as "amountBefore"
     from (select currency, total, placed_at > now() - interval '7 days' as isNow from orders.orders
       where placed_at > now() - interval '14 days' and ${SOLD}) lately
     group by currency order by count(*) desc, currency`,
  )
  return found.map(({ currency, amount, amountBefore, ...figure }) => ({
    ...figure,
    total: money(amount, currency),
    totalBefore: money(amountBefore, currency),
  }))
}

/** What was sold in a currency on each of the last thirty days, also on those without sales, the oldest first. */
export function salesByDay(currency: string): Promise<SalesDay[]> {
  return rows<SalesDay>(
    `select to_char(day, 'YYYY-MM-DD') as day, count(sold.id)::integer as orders, coalesce(sum(sold.total), 0)::bigint as amount
     from generate_series(date_trunc('day', now() at time zone '${SHOP_TIME_ZONE}') - interval '29 days',
       date_trunc('day', now() at time zone '${SHOP_TIME_ZONE}'), interval '1 day') as day
     left join orders.orders sold on sold.currency = $currency and ${SOLD}
       and sold.placed_at > now() - interval '31 days'
       and date_trunc('day', sold.placed_at at time zone '${SHOP_TIME_ZONE}') = day
     group by day order by day`,
    { currency },
  )
}
