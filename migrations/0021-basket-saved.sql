-- What somebody wants to come back to.
create table basket.saved_lines (
  visitor_id uuid not null,
  variant_id bigint not null,
  quantity integer not null check (quantity between 1 and 99),
  saved_at timestamptz not null default now(),
  primary key (visitor_id, variant_id)
);

-- A basket as it was shared, for whoever has its address. It says nothing of whose it was.
create table basket.shared_baskets (
  token text primary key,
  visitor_id uuid not null,
  lines jsonb not null,
  shared_at timestamptz not null default now()
);
create index shared_baskets_age on basket.shared_baskets (shared_at);
