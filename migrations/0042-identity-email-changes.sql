-- A change of e-mail address, until both mailboxes have confirmed it, or for a day.
create table identity.email_changes (
  customer_id bigint primary key references identity.customers on delete cascade,
  email text not null,
  key_at_old uuid not null default gen_random_uuid(),
  key_at_new uuid not null default gen_random_uuid(),
  asked_at timestamptz not null default now(),
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  -- The provider would not have it: somebody else has an account with that address.
  refused_at timestamptz
);
-- Whoever ends a sign-in elsewhere wants the password to be asked for there, and not only by us.
alter table identity.customers add column password_after timestamptz;
-- So that whatever is kept of a session can be found by whose it is.
alter table identity.sign_ins add column session_id text;
