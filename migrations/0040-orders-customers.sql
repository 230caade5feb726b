-- Whose account an order belongs to: that of who was signed in, or who has proved afterwards that its e-mail address is theirs.
alter table orders.orders add column customer_id bigint;
create index orders_customer on orders.orders (customer_id, id desc) where customer_id is not null;
create index orders_guests on orders.orders (lower(email)) where customer_id is null;
