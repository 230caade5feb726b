-- Gift cards and store credit. Every movement goes from one account to another, so that what all of them hold together is
-- always nothing; what the shop owes is the other side, and only worked out where it is asked for.
create schema credit;

create table credit.accounts (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('shop', 'gift_card', 'store_credit')),
  currency text not null,
  -- Kept of what can be spent; nobody waits for the shop's own account.
  balance bigint not null default 0 check (balance >= 0),
  -- The code itself is known to its holder alone.
  code_hash bytea unique,
  code_end text,
  -- For whom it was made, where that is known.
  email text,
  expires_at timestamptz,
  stopped_at timestamptz,
  opened_at timestamptz not null default now(),
  check ((kind = 'shop') = (code_hash is null)),
  check ((code_hash is null) = (code_end is null)),
  check (kind <> 'shop' or balance = 0)
);
create unique index accounts_shop on credit.accounts (currency) where kind = 'shop';

create table credit.transfers (
  id bigint generated always as identity primary key,
  -- Said twice, it counts once.
  key text not null unique,
  from_id bigint not null references credit.accounts,
  to_id bigint not null references credit.accounts,
  amount bigint not null check (amount > 0),
  reason text not null check (reason in ('issued', 'spent', 'given_back', 'refunded', 'adjusted')),
  order_id bigint,
  note text not null default '',
  actor text not null,
  at timestamptz not null default now(),
  check (from_id <> to_id),
  check ((reason in ('spent', 'given_back', 'refunded')) = (order_id is not null))
);
create index transfers_from on credit.transfers (from_id, id);
create index transfers_to on credit.transfers (to_id, id);
create index transfers_order on credit.transfers (order_id) where order_id is not null;
create trigger append_only before update or delete on credit.transfers
  for each row execute function platform.refuse_change();
