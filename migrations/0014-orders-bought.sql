create index orders_bought on orders.orders (visitor_id, id)
  where state in ('paid', 'partly_shipped', 'shipped', 'delivered');
