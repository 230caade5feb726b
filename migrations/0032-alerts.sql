create schema alerts;

-- Somebody wants to be told, once, when a variant is back. Nobody is written to before they have confirmed it.
create table alerts.alerts (
  id bigint generated always as identity primary key,
  key uuid not null unique default gen_random_uuid(),
  variant_id bigint not null,
  email text not null check (email <> ''),
  locale text not null,
  asked_at timestamptz not null default now(),
  times_asked integer not null default 1,
  confirmed_at timestamptz,
  told_at timestamptz,
  check (told_at is null or confirmed_at is not null)
);
create unique index alerts_open on alerts.alerts (variant_id, lower(email)) where told_at is null;
create index alerts_waiting on alerts.alerts (variant_id, confirmed_at, id)
  where confirmed_at is not null and told_at is null;
create index alerts_told on alerts.alerts (variant_id, told_at) where told_at is not null;
create index alerts_unconfirmed on alerts.alerts (lower(email)) where confirmed_at is null;
create index alerts_asked on alerts.alerts (asked_at);
