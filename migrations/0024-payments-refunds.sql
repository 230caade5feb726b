-- An order has many refunds: each has a key of its own beside its reason. Money that came by bank transfer goes back
-- by hand, and has no reference of the provider.
alter table payments.refunds
  drop constraint if exists refunds_payment_reference_reason_key,
  drop constraint if exists refunds_once,
  alter payment_reference drop not null,
  add column if not exists key text not null default '',
  -- Which time it is asked for; after a failure it may be asked for again.
  add attempt integer not null default 1 check (attempt > 0),
  add settled_at timestamptz,
  add constraint refunds_once unique nulls not distinct (order_id, payment_reference, reason, key);
