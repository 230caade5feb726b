-- A market is where prices mean the same: with their tax, or without it.
create table pricing.markets (
  code text primary key check (code ~ '^[a-z-]+$'),
  name jsonb not null,
  tax_included boolean not null
);

create table pricing.market_countries (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  market text not null references pricing.markets
);

-- A region has a rate of its own; '' is the country as a whole.
alter table pricing.tax_rates
  add region text not null default '',
  drop constraint tax_rates_pkey,
  add primary key (country, region, tax_class);

-- Where a parcel costs the same: whole countries, or a region of one.
create table pricing.delivery_zones (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  name jsonb not null
);

create table pricing.zone_places (
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text not null default '',
  zone text not null references pricing.delivery_zones,
  primary key (country, region)
);

insert into pricing.delivery_zones (code, name)
  select distinct lower(country), jsonb_build_object('en', country) from pricing.delivery_rates;
insert into pricing.zone_places (country, zone) select distinct country, lower(country) from pricing.delivery_rates;

alter table pricing.delivery_rates rename to former_delivery_rates;
alter table pricing.former_delivery_rates rename constraint delivery_rates_pkey to former_delivery_rates_pkey;

-- What a way of delivery costs in a zone, up to a weight and from a value of the goods on.
create table pricing.delivery_rates (
  method text not null references pricing.delivery_methods,
  zone text not null references pricing.delivery_zones,
  currency text not null,
  grams_to integer not null default 2147483647 check (grams_to > 0),
  value_from bigint not null default 0 check (value_from >= 0),
  amount bigint not null check (amount >= 0),
  free_from bigint check (free_from > 0),
  days_from integer not null check (days_from >= 0),
  days_to integer not null check (days_to >= days_from),
  primary key (method, zone, currency, grams_to, value_from)
);
insert into pricing.delivery_rates (method, zone, currency, amount, free_from, days_from, days_to)
  select method, lower(country), currency, amount, free_from, days_from, days_to from pricing.former_delivery_rates;
drop table pricing.former_delivery_rates;

-- What is taken off: for everybody, or for who knows the code. Amounts by currency, in minor units.
create table pricing.promotions (
  id bigint generated always as identity primary key,
  name jsonb not null,
  code text unique check (code ~ '^[A-Z0-9-]{3,30}$'),
  kind text not null check (kind in ('percentage', 'amount', 'free_delivery', 'buy_get')),
  share integer check (share between 1 and 1000000),
  amounts jsonb,
  buy integer check (buy > 0),
  free integer check (free > 0),
  category_ids bigint[] not null default '{}',
  product_ids bigint[] not null default '{}',
  minimums jsonb not null default '{}',
  is_for_first_order boolean not null default false,
  combines boolean not null default true,
  priority integer not null default 0,
  limit_in_all integer check (limit_in_all > 0),
  limit_each integer check (limit_each > 0),
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  time_zone text not null default 'Europe/Berlin',
  stopped_at timestamptz,
  check ((kind = 'percentage') = (share is not null)),
  check ((kind = 'amount') = (amounts is not null)),
  check ((kind = 'buy_get') = (buy is not null and free is not null)),
  check (not is_for_first_order or limit_each = 1),
  check (ends_at > starts_at)
);
create index promotions_for_everybody on pricing.promotions (ends_at) where code is null and stopped_at is null;

-- An order has used a promotion, or may while it is not paid.
create table pricing.voucher_redemptions (
  id bigint generated always as identity primary key,
  promotion_id bigint not null references pricing.promotions,
  order_id bigint not null,
  visitor_id uuid not null,
  email text not null check (email = lower(email)),
  amount bigint not null check (amount >= 0),
  state text not null default 'held' check (state in ('held', 'used', 'released')),
  at timestamptz not null default now(),
  unique (promotion_id, order_id)
);
create index voucher_redemptions_order on pricing.voucher_redemptions (order_id);
create index voucher_redemptions_email on pricing.voucher_redemptions (promotion_id, email) where state <> 'released';
create index voucher_redemptions_visitor on pricing.voucher_redemptions (promotion_id, visitor_id) where state <> 'released';
