import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of gift cards and store credit: each balance has a history, and an order's part is an order's. */
export const creditInvariants: Invariant[] = [
  {
    name: 'credit-adds-up',
    sentence: 'What is on a gift card is what came to it less what went from it',
    sql: sql`
      select account.id, account.code_end, account.balance, account.currency, moved.amount as moved
      from credit.accounts account
      cross join lateral (
        select coalesce(sum(case when transfer.to_id = account.id then transfer.amount else -transfer.amount end), 0)::bigint
          as amount
        from credit.transfers transfer where account.id in (transfer.from_id, transfer.to_id)) moved
      where account.kind <> 'shop' and (account.balance <> moved.amount or account.balance < 0)`,
  },
  {
    name: 'credit-stays-in-its-currency',
    sentence: 'Credit goes between accounts of one currency, and one of the two is the shop’s',
    sql: sql`
      select transfer.id, source.currency as from_currency, target.currency as to_currency
      from credit.transfers transfer
      join credit.accounts source on source.id = transfer.from_id join credit.accounts target on target.id = transfer.to_id
      where source.currency <> target.currency or (source.kind = 'shop') = (target.kind = 'shop')`,
  },
  {
    name: 'credit-follows-orders',
    sentence:
      'What gift cards paid of an order is its part of the total, and nothing of one that came to nothing',
    sql: sql`
      with spent as (
        select order_id,
          sum(case reason when 'spent' then amount when 'given_back' then -amount else 0 end)::bigint as amount,
          sum(case reason when 'refunded' then amount else 0 end)::bigint as refunded
        from credit.transfers where order_id is not null group by order_id)
      select o.number, o.state, o.credit, coalesce(spent.amount, 0) as spent, coalesce(spent.refunded, 0) as refunded
      from orders.orders o full join spent on spent.order_id = o.id
      where o.id is null or coalesce(spent.refunded, 0) > coalesce(spent.amount, 0)
        or coalesce(spent.amount, 0) <> o.credit and not (o.state in ('cancelled', 'expired') and coalesce(spent.amount, 0) = 0)
        or o.state = 'expired' and coalesce(spent.amount, 0) <> 0`,
  },
  {
    name: 'credit-refunds-match',
    sentence: 'What was refunded as credit is on its account again',
    sql: sql`
      select refund.id, refund.order_id, refund.amount, transfer.amount as moved
      from (select * from payments.refunds where payment_reference like 'credit:%') refund
      full join (select * from credit.transfers where reason = 'refunded') transfer
        on transfer.key = 'refund ' || refund.id
      where refund.amount is distinct from transfer.amount or refund.order_id is distinct from transfer.order_id`,
  },
]
