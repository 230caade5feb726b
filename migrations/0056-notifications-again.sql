-- A mail that somebody of the staff has sent once more.
create table notifications.sent_again (
  asked_with uuid primary key,
  mail text not null references notifications.mails (key) on delete cascade on update cascade,
  at timestamptz not null default now()
);
create index sent_again_of_mail on notifications.sent_again (mail);
create index mails_by_beginning on notifications.mails (key text_pattern_ops);
