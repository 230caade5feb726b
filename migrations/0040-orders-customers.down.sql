alter table orders.orders drop column customer_id;
