drop table basket.basket_cards;
