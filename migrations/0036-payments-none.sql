alter table payments.payments
  drop constraint payments_method_check,
  add constraint payments_method_check check (method in ('card', 'invoice', 'none')),
  add constraint payments_none check (method <> 'none' or amount = 0);
