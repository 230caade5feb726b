-- When the link to an order was last sent to somebody who had looked it up, and because of which question.
create table orders.sent_links (
  order_id bigint primary key references orders.orders,
  question uuid not null,
  sent_at timestamptz not null
);
