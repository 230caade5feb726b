drop index orders.orders_bought;
