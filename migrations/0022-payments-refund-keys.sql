-- One payment may be refunded several times for one reason: each refund has a key of its own beside it.
alter table payments.refunds
  drop constraint refunds_payment_reference_reason_key,
  add column key text not null default '',
  add constraint refunds_once unique (payment_reference, reason, key);
