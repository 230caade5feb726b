alter table payments.refunds drop constraint refunds_once;
update payments.refunds set reason = reason || ' ' || key where key <> '';
update payments.refunds set payment_reference = 'transfer ' || id where payment_reference is null;
alter table payments.refunds
  drop settled_at, drop attempt, drop key,
  alter payment_reference set not null,
  add constraint refunds_payment_reference_reason_key unique (payment_reference, reason);
