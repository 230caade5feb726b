import { orderFollowers } from '../../orders/index.ts'
import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of what has happened: it explains the state in which everything is, and nobody can rewrite it. */
export const eventInvariants: Invariant[] = [
  {
    name: 'states-are-replayed',
    sentence: 'The last event of each order tells the state that it is in',
    sql: sql`
      select o.number, o.state, last.state as replayed
      from orders.orders o left join lateral (
        select event.state from orders.order_events event where event.order_id = o.id order by event.id desc limit 1
        ) last on true
      where last.state is distinct from o.state`,
  },
  {
    name: 'moves-are-allowed',
    sentence: 'Each order began by being placed and moved only as orders may move',
    sql: sql`
      with step as (
        select event.id, event.order_id, event.kind, event.state, event.actor,
          lag(event.state) over (partition by event.order_id order by event.id) as before
        from orders.order_events event)
      select o.number, step.before, step.state as after, step.kind, step.actor
      from step left join orders.orders o on o.id = step.order_id
      where case when step.before is null then step.kind <> 'placed' or step.state <> 'awaiting_payment'
        else step.before <> step.state and not coalesce($followers::jsonb -> step.before ? step.state, false) end`,
    bind: { followers: JSON.stringify(orderFollowers) },
  },
  {
    name: 'history-is-kept',
    sentence: 'What has happened cannot be changed or deleted',
    sql: sql`
      select history.name as history
      from (values ('orders.order_events'), ('inventory.stock_movements'), ('payments.payment_events'),
        ('payments.dispute_events'), ('invoicing.invoices')) as history (name)
      where not exists (
        select 1 from pg_trigger trigger
        where trigger.tgrelid = to_regclass(history.name) and trigger.tgname = 'append_only' and trigger.tgenabled <> 'D')`,
  },
]
