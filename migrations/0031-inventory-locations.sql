-- Where goods lie. What a variant has in all places together stays in stock_levels, whose row is the one that is locked.
create table inventory.locations (
  id integer generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  country text not null check (country ~ '^[A-Z]{2}$'),
  position integer not null default 0,
  is_active boolean not null default true
);
insert into inventory.locations (code, name, country) values ('main', 'Main warehouse', 'DE');

create table inventory.location_levels (
  variant_id bigint not null references inventory.stock_levels,
  location_id integer not null references inventory.locations,
  on_hand integer not null default 0,
  held integer not null default 0,
  primary key (variant_id, location_id),
  check (on_hand >= 0 and held >= 0 and held <= on_hand)
);
create index location_levels_of_location on inventory.location_levels (location_id) where on_hand > 0;
insert into inventory.location_levels (variant_id, location_id, on_hand, held)
  select level.variant_id, location.id, level.on_hand, level.held
  from inventory.stock_levels level cross join inventory.locations location;

-- The movements so far were in the one place that there was. A movement that staff enter has the key of their form.
alter table inventory.stock_movements
  add column location_id integer references inventory.locations default 1,
  add column note text not null default '',
  add column form_key uuid,
  add constraint stock_movements_reason check (reason in ('opening', 'import', 'delivery', 'count', 'correction', 'found',
    'damage', 'loss', 'transfer', 'sale', 'cancellation', 'return', 'replacement')) not valid;
alter table inventory.stock_movements
  alter column location_id drop default,
  alter column location_id set not null;
create unique index stock_movements_once on inventory.stock_movements (form_key, variant_id, location_id)
  where form_key is not null;
create index stock_movements_of_reference on inventory.stock_movements (reference, variant_id)
  where reference is not null;

-- A hold has its quantity, of which some may yet have to come; the others lie in one place or several. Once the goods
-- are sold it has the reference of their movements, so that those which come later are sold under the same.
alter table inventory.stock_holds
  add column waiting integer not null default 0 check (waiting between 0 and quantity),
  add column waiting_since timestamptz,
  add column country text,
  add column reference text,
  add check (waiting = 0 or waiting_since is not null);
create index stock_holds_waiting on inventory.stock_holds (variant_id, waiting_since, id) where waiting > 0;

create table inventory.stock_hold_parts (
  hold_id bigint not null references inventory.stock_holds,
  location_id integer not null references inventory.locations,
  quantity integer not null check (quantity > 0),
  primary key (hold_id, location_id)
);
insert into inventory.stock_hold_parts (hold_id, location_id, quantity)
  select hold.id, location.id, hold.quantity
  from inventory.stock_holds hold cross join inventory.locations location where hold.state <> 'released';

-- Few is this many or less, unless the variant says otherwise.
create table inventory.defaults (
  is_only boolean primary key default true check (is_only),
  low_at integer not null check (low_at >= 0)
);
insert into inventory.defaults (low_at) values (5);

-- How many more of a variant may be ordered than there are, and when they are to come. Those that are ordered and have
-- not come are backordered; they are never counted as held.
alter table inventory.stock_levels
  add column low_at integer check (low_at >= 0),
  add column backordered integer not null default 0 check (backordered >= 0),
  add column backorder_limit integer not null default 0 check (backorder_limit >= 0),
  add column restocked_on date;

create or replace view inventory.availability as
  select variant_id, on_hand - held + greatest(backorder_limit - backordered, 0) as available,
    on_hand - held as at_once, case when restocked_on > current_date then restocked_on end as restocked_on
  from inventory.stock_levels;
