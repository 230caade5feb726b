delete from notifications.mails where is_held;
alter table notifications.mails drop column is_held;
drop index notifications.mails_of_recipient;
drop table notifications.unreachable;
