alter table orders.orders drop tax_included, drop discount;
