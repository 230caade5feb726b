create or replace view ledger.voucher_uses as
  select promotion.code, o.number as order_number, redemption.email as customer, redemption.state
  from pricing.voucher_redemptions redemption
  join pricing.promotions promotion on promotion.id = redemption.promotion_id
  join orders.orders o on o.id = redemption.order_id
  where promotion.code is not null;
