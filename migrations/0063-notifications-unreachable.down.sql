drop index notifications.mails_of_recipient;
drop table notifications.unreachable;
