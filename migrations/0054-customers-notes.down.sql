drop table customers.notes;
