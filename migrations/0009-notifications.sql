create schema notifications;

create table notifications.mails (
  key text primary key,
  recipient text not null,
  subject text not null,
  sent_at timestamptz not null default now()
);
