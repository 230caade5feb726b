drop table orders.refund_lines, orders.order_refunds, orders.return_lines, orders.returns, orders.shipment_lines,
  orders.shipments;
alter table orders.order_lines drop cancelled;
