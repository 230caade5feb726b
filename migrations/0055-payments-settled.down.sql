drop table payments.settled;
