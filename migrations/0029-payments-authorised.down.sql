alter table payments.payments drop wanted, drop wanted_amount, drop wanted_by;
