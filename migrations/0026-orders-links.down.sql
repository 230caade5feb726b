drop table orders.sent_links;
