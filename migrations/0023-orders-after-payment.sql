-- Pieces of a line that will not be sent: they were given back before they left the house.
alter table orders.order_lines
  add cancelled integer not null default 0,
  add constraint order_lines_cancelled check (cancelled between 0 and quantity);

create table orders.shipments (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders.orders,
  -- Which parcel of its order it is.
  number integer not null,
  state text not null default 'preparing' check (state in ('preparing', 'shipped', 'delivered', 'lost')),
  carrier text not null,
  tracking_number text,
  -- The link to follow it by, when the carrier is none that we know.
  tracking_address text check (tracking_address like 'https://%'),
  form_key uuid not null,
  prepared_at timestamptz not null default now(),
  shipped_at timestamptz,
  -- When it arrived, or was given up.
  ended_at timestamptz,
  unique (order_id, number),
  unique (order_id, form_key),
  unique (id, order_id),
  check ((state = 'preparing') = (shipped_at is null)),
  check ((state in ('delivered', 'lost')) = (ended_at is not null))
);

create table orders.shipment_lines (
  shipment_id bigint not null,
  order_id bigint not null,
  position integer not null,
  quantity integer not null check (quantity > 0),
  -- How many of them replace pieces that were lost on their way.
  replacing integer not null default 0 check (replacing between 0 and quantity),
  primary key (shipment_id, position),
  foreign key (shipment_id, order_id) references orders.shipments (id, order_id) on delete cascade,
  foreign key (order_id, position) references orders.order_lines
);
create index shipment_lines_order on orders.shipment_lines (order_id, position);

create table orders.returns (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders.orders,
  -- Which return of its order it is.
  number integer not null,
  state text not null default 'requested' check (state in ('requested', 'approved', 'received', 'refunded', 'declined')),
  reason text not null,
  comment text not null default '',
  -- Why it was declined, for the shopper to read.
  declined_because text,
  form_key uuid not null,
  requested_at timestamptz not null default now(),
  unique (order_id, number),
  unique (order_id, form_key),
  unique (id, order_id),
  check ((state = 'declined') = (declined_because is not null))
);

create table orders.return_lines (
  return_id bigint not null,
  order_id bigint not null,
  position integer not null,
  quantity integer not null check (quantity > 0),
  -- How many came, and how many of those are on sale again; unknown until the parcel is opened.
  arrived integer check (arrived between 0 and quantity),
  restocked integer check (restocked between 0 and arrived),
  primary key (return_id, position),
  foreign key (return_id, order_id) references orders.returns (id, order_id),
  foreign key (order_id, position) references orders.order_lines,
  check ((arrived is null) = (restocked is null))
);
create index return_lines_order on orders.return_lines (order_id, position);

-- What a refund of an order is for. The money itself, and whether it has gone, is the business of payments.
create table orders.order_refunds (
  refund_id bigint primary key,
  order_id bigint not null references orders.orders,
  key text not null,
  return_id bigint,
  delivery bigint not null default 0 check (delivery >= 0),
  -- What it differs from its lines and delivery: more out of goodwill, or less, because that was given back before.
  adjustment bigint not null default 0,
  unique (refund_id, order_id),
  unique (order_id, key),
  foreign key (return_id, order_id) references orders.returns (id, order_id)
);

create table orders.refund_lines (
  refund_id bigint not null,
  order_id bigint not null,
  position integer not null,
  quantity integer not null check (quantity > 0),
  amount bigint not null check (amount >= 0),
  primary key (refund_id, position),
  foreign key (refund_id, order_id) references orders.order_refunds (refund_id, order_id),
  foreign key (order_id, position) references orders.order_lines
);
create index refund_lines_order on orders.refund_lines (order_id, position);
