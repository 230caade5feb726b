drop index notifications.mails_by_beginning;
drop table notifications.sent_again;
