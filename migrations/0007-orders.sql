create schema orders;

create sequence orders.order_numbers start 1001;

create table orders.orders (
  id bigint generated always as identity primary key,
  number text not null unique default 'P-' || nextval('orders.order_numbers'),
  basket_id bigint not null unique,
  state text not null default 'awaiting_payment'
    check (state in ('awaiting_payment', 'paid', 'partly_shipped', 'shipped', 'delivered', 'cancelled', 'expired')),
  visitor_id uuid not null,
  email text not null,
  locale text not null,
  payment_method text not null,
  delivery_address jsonb not null,
  delivery jsonb not null,
  currency text not null,
  subtotal bigint not null check (subtotal >= 0),
  delivery_amount bigint not null check (delivery_amount >= 0),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total >= 0),
  quote jsonb not null,
  held_until timestamptz not null,
  placed_at timestamptz not null default now()
);
create index orders_lapsing on orders.orders (held_until) where state = 'awaiting_payment';

create table orders.order_lines (
  order_id bigint not null references orders.orders,
  position integer not null,
  variant_id bigint not null,
  sku text not null,
  title text not null,
  option_text text not null,
  picture jsonb not null,
  slug text not null,
  quantity integer not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  discount bigint not null default 0 check (discount >= 0),
  tax_rate integer not null,
  tax bigint not null check (tax >= 0),
  total bigint not null check (total >= 0),
  primary key (order_id, position),
  unique (order_id, variant_id)
);

create table orders.order_events (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders.orders,
  kind text not null,
  state text not null,
  actor text not null,
  details jsonb not null default '{}',
  at timestamptz not null default clock_timestamp()
);
create index order_events_order on orders.order_events (order_id, id);
create trigger append_only before update or delete on orders.order_events
  for each row execute function platform.refuse_change();
create index orders_unpaid on orders.orders (visitor_id, id) where state = 'awaiting_payment';
