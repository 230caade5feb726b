alter table payments.payments
  drop constraint payments_none,
  drop constraint payments_method_check,
  add constraint payments_method_check check (method in ('card', 'invoice'));
