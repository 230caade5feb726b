create or replace view ledger.audit as
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
