create schema invoicing;

-- The last number of a series. Its row stays locked until the invoice that takes the next one is written or given up:
-- that is why no number is missing and none is given twice.
create table invoicing.series (
  kind text not null check (kind in ('invoice', 'credit_note')),
  year integer not null,
  last integer not null check (last > 0),
  primary key (kind, year)
);

create table invoicing.invoices (
  number text primary key,
  kind text not null check (kind in ('invoice', 'credit_note')),
  year integer not null,
  position integer not null check (position > 0),
  order_id bigint not null,
  refund_id bigint unique,
  currency text not null,
  total bigint not null check (total >= 0),
  snapshot jsonb not null,
  issued_at timestamptz not null,
  unique (kind, year, position),
  check ((kind = 'credit_note') = (refund_id is not null))
);
create unique index invoices_of_order on invoicing.invoices (order_id) where kind = 'invoice';
create index credit_notes_of_order on invoicing.invoices (order_id) where kind = 'credit_note';
create trigger append_only before update or delete on invoicing.invoices
  for each row execute function platform.refuse_change();
