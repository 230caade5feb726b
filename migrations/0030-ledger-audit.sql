-- Who did what, when and to what, from everything that is only ever added to.
create view ledger.audit as
  select event.at, event.actor, 'order ' || event.kind as action, o.number as subject,
    lag(event.state) over (partition by event.order_id order by event.id) as before, event.state as after
  from orders.order_events event join orders.orders o on o.id = event.order_id
  union all
  select event.at, 'provider', 'payment ' || event.kind || case event.outcome when 'quarantined' then ' quarantined' else '' end,
    coalesce(o.number, event.reference, event.event_id), null,
    concat_ws(' ', event.amount, event.currency, event.reason)
  from payments.payment_events event left join orders.orders o on o.id = event.order_id
  union all
  select transfer.at, transfer.actor, 'transfer ' || transfer.outcome, coalesce(o.number, transfer.line_id), null,
    concat_ws(' ', transfer.amount, transfer.currency, transfer.reason)
  from payments.transfers transfer left join orders.orders o on o.id = transfer.order_id
  union all
  select event.at, 'provider', event.kind, coalesce(o.number, dispute.provider_reference),
    lag(event.state) over (partition by event.dispute_id order by event.id), event.state
  from payments.dispute_events event join payments.disputes dispute on dispute.id = event.dispute_id
  left join orders.orders o on o.id = dispute.order_id
  union all
  select movement.at, movement.actor, 'stock ' || movement.reason, variant.sku,
    (sum(movement.delta) over by_variant - movement.delta)::text, (sum(movement.delta) over by_variant)::text
  from inventory.stock_movements movement join catalogue.variants variant on variant.id = movement.variant_id
  window by_variant as (partition by movement.variant_id order by movement.id)
  union all
  select found_at, 'reconciliation', 'discrepancy ' || kind, subject, null, theirs::text from payments.discrepancies
  union all
  select mended_at, mended_by, 'discrepancy mended', subject, kind, null from payments.discrepancies where mended_at is not null;

-- Of what an order was paid with: money that was not for it, and went back, is no refund of it.
create or replace view ledger.payments as
  select o.number as order_number, payment.method, payment.provider_reference, payment.state, payment.captured,
    coalesce((select sum(refund.amount) from payments.refunds refund
      where refund.order_id = payment.order_id and refund.state = 'succeeded'
        and coalesce(refund.payment_reference = payment.provider_reference, true)), 0)::bigint as refunded
  from payments.payments payment join orders.orders o on o.id = payment.order_id;

-- Also of money that came for an order that was never there.
create or replace view ledger.refunds as
  select o.number as order_number, refund.amount, refund.state, refund.requested_at as at
  from payments.refunds refund left join orders.orders o on o.id = refund.order_id;

-- A view of one table alone could be written through.
create or replace view ledger.orders as
  select number, state, currency, total, basket_id, email, placed_at
  from orders.orders cross join (values (true)) as only_for (reading);
