drop view customers.agreements;
