create schema inventory;

create table inventory.stock_levels (
  variant_id bigint primary key,
  on_hand integer not null default 0,
  held integer not null default 0,
  check (on_hand >= 0 and held >= 0 and held <= on_hand)
);

create table inventory.stock_movements (
  id bigint generated always as identity primary key,
  variant_id bigint not null references inventory.stock_levels,
  delta integer not null check (delta <> 0),
  reason text not null,
  reference text,
  actor text not null,
  at timestamptz not null default now()
);
create index stock_movements_variant on inventory.stock_movements (variant_id, id);
create trigger append_only before update or delete on inventory.stock_movements
  for each row execute function platform.refuse_change();

create table inventory.stock_holds (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  variant_id bigint not null references inventory.stock_levels,
  quantity integer not null check (quantity > 0),
  state text not null default 'held' check (state in ('held', 'taken', 'released')),
  expires_at timestamptz not null,
  unique (order_id, variant_id)
);
create index stock_holds_open on inventory.stock_holds (expires_at) where state = 'held';

create view inventory.availability as
  select variant_id, on_hand - held as available from inventory.stock_levels;
