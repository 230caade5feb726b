create table basket.basket_vouchers (
  basket_id bigint not null references basket.baskets,
  code text not null,
  added_at timestamptz not null default now(),
  primary key (basket_id, code)
);
