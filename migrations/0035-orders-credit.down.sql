alter table orders.orders drop column credit;
