create schema ledger;

create view ledger.stock as
  select variant.sku, level.on_hand, level.held
  from inventory.stock_levels level join catalogue.variants variant on variant.id = level.variant_id;

create view ledger.stock_movements as
  select variant.sku, movement.delta, movement.reason, movement.reference, movement.at
  from inventory.stock_movements movement join catalogue.variants variant on variant.id = movement.variant_id;

create view ledger.orders as
  select number, state, currency, total, basket_id, email, placed_at from orders.orders;

create view ledger.order_lines as
  select o.number as order_number, line.sku, line.quantity, line.unit_price, line.discount, line.tax, line.total
  from orders.order_lines line join orders.orders o on o.id = line.order_id;

create view ledger.payments as
  select o.number as order_number, payment.method, payment.provider_reference, payment.state, payment.captured,
    coalesce((select sum(refund.amount) from payments.refunds refund
      where refund.order_id = payment.order_id and refund.state = 'succeeded'), 0)::bigint as refunded
  from payments.payments payment join orders.orders o on o.id = payment.order_id;

create view ledger.refunds as
  select o.number as order_number, refund.amount, refund.state, refund.requested_at as at
  from payments.refunds refund join orders.orders o on o.id = refund.order_id;

create view ledger.jobs as
  select id, task_identifier as task,
    case when attempts >= max_attempts then 'failed' when locked_at is not null then 'running'
      when last_error is not null then 'retrying' else 'waiting' end as state,
    attempts, run_at, last_error
  from graphile_worker.jobs;
