-- Who is not written to: their mailbox does not exist, or they have said that our mail is not wanted.
create table notifications.unreachable (
  email text primary key check (email = lower(email)),
  because text not null check (because in ('bounce', 'complaint')),
  since timestamptz not null default now()
);
create index mails_of_recipient on notifications.mails (lower(recipient));
