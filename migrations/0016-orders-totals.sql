-- Whether the amounts of an order contain their tax, and what was taken off its goods.
alter table orders.orders
  add tax_included boolean not null default true,
  add discount bigint not null default 0 check (discount >= 0);
