-- What became of each report of the provider, and why one was set aside.
alter table payments.webhook_events
  add outcome text check (outcome in ('recorded', 'ignored', 'quarantined')),
  add reason text;
update payments.webhook_events set outcome = 'recorded' where handled_at is not null;
alter table payments.webhook_events
  add constraint webhook_events_handled check ((outcome is null) = (handled_at is null)),
  add constraint webhook_events_reason check ((reason is not null) = (outcome is not distinct from 'quarantined'));
create index webhook_events_unread on payments.webhook_events (received_at) where handled_at is null;
create index webhook_events_quarantined on payments.webhook_events (received_at) where outcome = 'quarantined';

-- What money an event speaks of, and why it was not believed.
alter table payments.payment_events
  add reference text,
  add amount bigint,
  add currency text,
  add reason text;
alter table payments.payment_events disable trigger append_only;
update payments.payment_events set reference = body ->> 'payment_intent',
  amount = (body ->> 'amount_total')::bigint, currency = upper(body ->> 'currency');
alter table payments.payment_events enable trigger append_only;
create index payment_events_reference on payments.payment_events (reference);

create index refunds_payment on payments.refunds (payment_reference);

-- What came into the shop's bank account, line by line, by the name that the bank gives to each.
create table payments.transfers (
  id bigint generated always as identity primary key,
  line_id text not null unique,
  order_id bigint,
  amount bigint not null,
  currency text not null,
  purpose text not null,
  sender text not null,
  booked_on date,
  outcome text not null check (outcome in ('recorded', 'quarantined')),
  reason text,
  actor text not null,
  at timestamptz not null default now(),
  check ((reason is not null) = (outcome = 'quarantined')),
  check (order_id is not null or outcome = 'quarantined')
);
create index transfers_order on payments.transfers (order_id);

-- A bank that takes a shopper's money back asks for proof first.
create table payments.disputes (
  id bigint generated always as identity primary key,
  provider_reference text not null unique,
  order_id bigint,
  payment_reference text not null,
  amount bigint not null check (amount >= 0),
  currency text not null,
  reason text not null,
  state text not null,
  answer_by timestamptz,
  -- When the provider said so: an older report does not undo a newer one.
  as_of timestamptz not null,
  opened_at timestamptz not null default now()
);
create index disputes_order on payments.disputes (order_id);

create table payments.dispute_events (
  id bigint generated always as identity primary key,
  dispute_id bigint not null references payments.disputes,
  event_id text not null unique,
  kind text not null,
  state text not null,
  body jsonb not null,
  at timestamptz not null default now()
);
create index dispute_events_dispute on payments.dispute_events (dispute_id, id);
create trigger append_only before update or delete on payments.dispute_events
  for each row execute function platform.refuse_change();

-- All that waits for somebody to look at it.
create view payments.quarantine as
  select 'report' as kind, event_id as subject, reason,
    (body::jsonb #>> '{data,object,amount_total}')::bigint as amount,
    upper(body::jsonb #>> '{data,object,currency}') as currency, received_at as at
  from payments.webhook_events where outcome = 'quarantined'
  union all
  select 'transfer', line_id, reason, amount, currency, at from payments.transfers where outcome = 'quarantined';
