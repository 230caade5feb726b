create schema identity;

-- Who has signed in here at least once. Known by issuer and subject, never by the e-mail address, which others may get one day.
create table identity.customers (
  id bigint generated always as identity primary key,
  -- Whose basket, orders and reviews theirs are: what a cookie names for anonymous visitors.
  visitor_id uuid not null unique default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  email text not null,
  is_email_verified boolean not null,
  name text not null default '',
  -- What they prefer; null while they have not said.
  locale text,
  currency text,
  roles text[] not null default '{}',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  unique (issuer, subject)
);
create index customers_email on identity.customers (lower(email));

-- One row for each time somebody signed in; a session names it, and it counts for as long as this says.
create table identity.sign_ins (
  id uuid primary key default gen_random_uuid(),
  customer_id bigint not null references identity.customers on delete cascade,
  browser text not null,
  network text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index sign_ins_customer on identity.sign_ins (customer_id, started_at desc);
