-- Which gift cards a basket is to be paid with.
create table basket.basket_cards (
  basket_id bigint not null references basket.baskets,
  account_id bigint not null,
  added_at timestamptz not null default now(),
  primary key (basket_id, account_id)
);
