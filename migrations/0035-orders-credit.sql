-- What of the total is paid by gift cards; the payment is for the rest. Where that is nothing, there is none.
alter table orders.orders add column credit bigint not null default 0 check (credit between 0 and total);
