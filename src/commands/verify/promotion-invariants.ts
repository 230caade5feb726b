import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of promotions: none is used more often than it may be. */
export const promotionInvariants: Invariant[] = [
  {
    name: 'vouchers-within-limits',
    sentence: 'No promotion is used more often than it may be, in all and by each shopper',
    sql: sql`
      with used as (
        select promotion_id, email, count(*) over (partition by promotion_id) as in_all,
          count(*) over (partition by promotion_id, email) as by_email,
          count(*) over (partition by promotion_id, visitor_id) as by_visitor
        from pricing.voucher_redemptions where state <> 'released')
      select distinct promotion.id, promotion.code, used.in_all, promotion.limit_in_all,
        greatest(used.by_email, used.by_visitor) as of_one, promotion.limit_each
      from used join pricing.promotions promotion on promotion.id = used.promotion_id
      where used.in_all > promotion.limit_in_all
        or greatest(used.by_email, used.by_visitor) > promotion.limit_each`,
  },
  {
    name: 'vouchers-follow-orders',
    sentence:
      'A promotion is held by an order that waits, used by one that is paid, and free after one that came to nothing',
    sql: sql`
      select o.number, o.state, redemption.promotion_id, redemption.state as promotion
      from pricing.voucher_redemptions redemption left join orders.orders o on o.id = redemption.order_id
      where redemption.state <> all (case
        when o.state = 'awaiting_payment' then array['held']
        when o.state = 'expired' then array['released']
        when o.state = 'cancelled' then array['used', 'released']
        when o.state is null then array[]::text[]
        else array['used'] end)`,
  },
]
