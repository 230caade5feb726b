-- Who is not written to: their mailbox does not exist, or they have said that our mail is not wanted. Since when, and when
-- somebody of the staff has let them be written to again, so that an old report does not count once more.
create table notifications.unreachable (
  email text primary key check (email = lower(email)),
  because text not null check (because in ('bounce', 'complaint')),
  since timestamptz not null,
  freed_at timestamptz
);
create index mails_of_recipient on notifications.mails (lower(recipient));
-- A mail that did not go out, because nobody is written to there.
alter table notifications.mails add column is_held boolean not null default false;
