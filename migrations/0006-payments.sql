create schema payments;

create table payments.payments (
  id bigint generated always as identity primary key,
  order_id bigint not null unique,
  method text not null check (method in ('card', 'invoice')),
  state text not null default 'pending' check (state in ('pending', 'authorised', 'captured', 'failed', 'voided')),
  currency text not null,
  amount bigint not null check (amount >= 0),
  captured bigint not null default 0 check (captured between 0 and amount),
  provider_session text unique,
  provider_address text,
  provider_reference text unique,
  created_at timestamptz not null default now()
);

create table payments.payment_events (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  event_id text not null unique,
  kind text not null,
  outcome text not null check (outcome in ('recorded', 'quarantined')),
  body jsonb not null,
  at timestamptz not null default now()
);
create index payment_events_order on payments.payment_events (order_id, id);
create trigger append_only before update or delete on payments.payment_events
  for each row execute function platform.refuse_change();

create table payments.webhook_events (
  event_id text primary key,
  type text not null,
  body text not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz
);

create table payments.refunds (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  reason text not null,
  payment_reference text not null,
  state text not null default 'requested' check (state in ('requested', 'succeeded', 'failed')),
  provider_reference text unique,
  requested_at timestamptz not null default now(),
  unique (payment_reference, reason)
);
