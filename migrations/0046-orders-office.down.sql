drop index orders.orders_in_state, orders.orders_people, orders.orders_placed, orders.returns_open;
