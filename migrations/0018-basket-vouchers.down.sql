drop table basket.basket_vouchers;
