import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of money: what came is for an order or goes back, and no more goes back than came. */
export const moneyInvariants: Invariant[] = [
  {
    name: 'one-payment-an-order',
    sentence: 'Each order has one payment, of what credit does not pay of its total, in its currency',
    sql: sql`
      select o.number, o.total, o.credit, o.currency, payment.amount, payment.currency as payment_currency
      from orders.orders o full join payments.payments payment on payment.order_id = o.id
      where payment.amount is distinct from o.total - o.credit or payment.currency is distinct from o.currency`,
  },
  {
    name: 'paid-orders-have-money',
    sentence: 'An order that counts as paid has its money, or has it authorised',
    sql: sql`
      select o.number, o.state, payment.state as payment, payment.captured
      from orders.orders o left join payments.payments payment on payment.order_id = o.id
      where o.state in ('paid', 'partly_shipped', 'shipped', 'delivered')
        and coalesce(payment.state, '') not in ('captured', 'authorised')`,
  },
  {
    name: 'captured-is-reported',
    sentence: 'What was captured is what the provider or the bank reported, and no more than was asked for',
    sql: sql`
      select o.number, payment.state, payment.amount, payment.captured, payment.provider_reference
      from payments.payments payment left join orders.orders o on o.id = payment.order_id
      where (payment.state = 'captured') <> (payment.captured > 0) and payment.amount > 0
        or payment.captured > payment.amount
        or payment.captured > 0 and not exists (
          select 1 from payments.payment_events event
          where event.order_id = payment.order_id and event.kind = 'succeeded' and event.outcome = 'recorded'
            and event.reference is not distinct from payment.provider_reference
            and event.amount = payment.captured and event.currency = payment.currency)`,
  },
  {
    name: 'money-has-an-order',
    sentence: 'Captured money belongs to an order that is paid, or goes back in full',
    sql: sql`
      select o.number, o.state, payment.captured, coalesce(back.amount, 0) as going_back
      from payments.payments payment left join orders.orders o on o.id = payment.order_id
      left join lateral (
        select sum(refund.amount)::bigint as amount from payments.refunds refund
        where refund.payment_reference = payment.provider_reference
          and (refund.state <> 'failed' or refund.reason <> 'made_at_provider')) back on true
      where payment.captured > 0 and coalesce(o.state, '') not in ('paid', 'partly_shipped', 'shipped', 'delivered')
        and coalesce(back.amount, 0) <> payment.captured`,
  },
  {
    name: 'money-is-accounted-for',
    sentence: 'Each payment that succeeded ten minutes ago is captured for its order, or was sent back once',
    sql: sql`
      select event.event_id, event.reference, event.amount, event.currency, event.order_id
      from payments.payment_events event
      where event.kind = 'succeeded' and event.at < now() - interval '10 minutes' and event.reference is not null
        and not exists (
          select 1 from payments.payments payment
          where payment.provider_reference = event.reference and payment.captured > 0)
        and not exists (select 1 from payments.refunds refund where refund.payment_reference = event.reference)`,
  },
  {
    name: 'refunds-fit',
    sentence: 'No more went back than came, and in the same currency',
    sql: sql`
      with came as (
        select reference, currency, max(amount) as amount from (
          select provider_reference as reference, currency, captured as amount from payments.payments where captured > 0
          union all
          select reference, currency, amount from payments.payment_events
          where kind = 'succeeded' and outcome = 'quarantined') each
        group by reference, currency),
      back as (
        select payment_reference as reference, currency, sum(amount)::bigint as amount
        from payments.refunds where state <> 'failed' and coalesce(payment_reference, '') not like 'credit:%' group by payment_reference, currency)
      select back.reference, back.currency, coalesce(came.amount, 0) as came, back.amount as back
      from back left join came using (reference, currency) where back.amount > coalesce(came.amount, 0)`,
  },
]
