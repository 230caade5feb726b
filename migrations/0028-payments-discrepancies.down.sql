drop table payments.discrepancies;
