-- A sale lowers prices for a while: each price that it has made names it.
create table catalogue.sales (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  share integer not null check (share between 1 and 999999),
  category_ids bigint[] not null default '{}',
  product_ids bigint[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  stopped_at timestamptz,
  made_with uuid not null unique,
  made_at timestamptz not null default now(),
  check (ends_at > starts_at)
);

alter table catalogue.prices add column sale_id bigint references catalogue.sales;
create index prices_of_sale on catalogue.prices (sale_id, variant_id, currency) where sale_id is not null;
