create schema basket;

create table basket.baskets (
  id bigint generated always as identity primary key,
  visitor_id uuid not null,
  state text not null default 'open' check (state in ('open', 'ordered')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index baskets_open on basket.baskets (visitor_id) where state = 'open';

create table basket.basket_lines (
  basket_id bigint not null references basket.baskets,
  variant_id bigint not null,
  quantity integer not null check (quantity between 1 and 99),
  seen_amount bigint,
  seen_currency text,
  added_at timestamptz not null default now(),
  primary key (basket_id, variant_id)
);

create table basket.additions (
  visitor_id uuid not null,
  form_key uuid not null,
  primary key (visitor_id, form_key)
);
