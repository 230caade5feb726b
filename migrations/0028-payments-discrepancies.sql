-- Where our books and the provider's do not agree, until somebody or something mends it.
create table payments.discrepancies (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('payment_missing', 'payment_differs', 'payment_not_there',
    'refund_missing', 'refund_differs', 'refund_state_differs', 'refund_not_there', 'refund_not_sent')),
  -- The provider's name for the payment or refund; ours for a refund that it does not know.
  subject text not null,
  order_id bigint,
  ours jsonb,
  theirs jsonb,
  found_at timestamptz not null default now(),
  mended_at timestamptz,
  mended_by text,
  check ((mended_at is null) = (mended_by is null))
);
create unique index discrepancies_open on payments.discrepancies (kind, subject) where mended_at is null;
