-- What was set aside, and what somebody has said of it since: it stays, but waits no longer.
create table payments.settled (
  kind text not null check (kind in ('report', 'transfer')),
  subject text not null,
  note text not null check (note <> ''),
  actor text not null,
  at timestamptz not null default now(),
  primary key (kind, subject)
);
