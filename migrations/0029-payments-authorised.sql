-- What is to become of money that a card holds ready: it is taken, all or a part, or let go. Asked for once.
alter table payments.payments
  add wanted text check (wanted in ('capture', 'void')),
  add wanted_amount bigint check (wanted_amount between 1 and amount),
  add wanted_by text,
  add constraint payments_wanted check (
    (wanted is null) = (wanted_by is null) and (wanted_amount is not null) = (wanted is not distinct from 'capture'));
