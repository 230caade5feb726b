create schema checkout;

create table checkout.checkouts (
  basket_id bigint primary key,
  email text,
  address jsonb,
  delivery_method text,
  payment_method text,
  updated_at timestamptz not null default now()
);
