import { row } from '../platform/database.ts'

/** What of orders waits for somebody of the staff. */
export interface OfficeCounts {
  toShip: number
  unpaid: number
  returns: number
  failedRefunds: number
}

/** How much waits to be done; nothing is counted beyond a thousand of a kind. */
export async function officeCounts(): Promise<OfficeCounts> {
  const counted = await row<OfficeCounts>(
    `select (select count(*)::integer from (select from orders.orders where state in ('paid', 'partly_shipped') limit 1000) o)
         as "toShip",
       (select count(*)::integer from (select from orders.orders where state = 'awaiting_payment' limit 1000) o) as unpaid,
       (select count(*)::integer from (select from orders.returns where state in ('requested', 'approved') limit 1000) r)
         as returns,
       (select count(*)::integer from (select distinct on (order_id) kind from orders.order_events
         where kind in ('refund_failed', 'refunded', 'refund_asked_again') order by order_id, id desc) last
         where kind = 'refund_failed') as "failedRefunds"`,
  )
  return counted!
}
