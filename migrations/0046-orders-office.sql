-- What staff look for: orders in a state, and orders of somebody by a piece of their name or e-mail address.
create index orders_in_state on orders.orders (state, id desc);
create index orders_people on orders.orders
  using gin (lower(email || ' ' || coalesce(delivery_address ->> 'name', '')) search.gin_trgm_ops);
create index orders_placed on orders.orders (placed_at);
create index returns_open on orders.returns (id) where state in ('requested', 'approved');
