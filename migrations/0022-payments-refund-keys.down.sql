alter table payments.refunds drop constraint refunds_once;
update payments.refunds set reason = reason || ' ' || key where key <> '';
alter table payments.refunds
  drop column key,
  add constraint refunds_payment_reference_reason_key unique (payment_reference, reason);
