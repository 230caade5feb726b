-- Who agreed to be reminded of what they left, and when they were: once.
alter table checkout.checkouts
  add locale text,
  add reminder_agreed_at timestamptz,
  add reminded_at timestamptz;
create index checkouts_to_remind on checkout.checkouts (updated_at)
  where reminder_agreed_at is not null and reminded_at is null;
