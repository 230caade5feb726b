create or replace view ledger.orders as
  select number, state, currency, total, basket_id, email, placed_at from orders.orders;
create or replace view ledger.refunds as
  select o.number as order_number, refund.amount, refund.state, refund.requested_at as at
  from payments.refunds refund join orders.orders o on o.id = refund.order_id;
create or replace view ledger.payments as
  select o.number as order_number, payment.method, payment.provider_reference, payment.state, payment.captured,
    coalesce((select sum(refund.amount) from payments.refunds refund
      where refund.order_id = payment.order_id and refund.state = 'succeeded'), 0)::bigint as refunded
  from payments.payments payment join orders.orders o on o.id = payment.order_id;
drop view ledger.audit;
