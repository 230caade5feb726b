create schema customers;

create table customers.addresses (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  address jsonb not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  -- Removed ones can be brought back for a day.
  removed_at timestamptz,
  check (not (is_default and removed_at is not null))
);
create unique index addresses_default on customers.addresses (customer_id) where is_default;
create index addresses_customer on customers.addresses (customer_id, id);

-- What somebody wishes for: a visitor's until they sign in.
create table customers.wishes (
  visitor_id uuid not null,
  product_id bigint not null,
  wished_at timestamptz not null default now(),
  primary key (visitor_id, product_id)
);

-- A wish list that may be seen by whoever has its address.
create table customers.shared_wishes (
  visitor_id uuid primary key,
  token text not null unique,
  shared_at timestamptz not null default now()
);

-- What somebody has agreed to or refused, in which words: the newest row counts, all of them are the proof.
create table customers.consents (
  id bigint generated always as identity primary key,
  visitor_id uuid not null,
  purpose text not null check (purpose in ('personalisation', 'marketing')),
  is_given boolean not null,
  wording text not null,
  said_at timestamptz not null default clock_timestamp()
);
create index consents_newest on customers.consents (visitor_id, purpose, id desc);
