import { row } from '../../src/platform/database.ts'
import { type Books, type Order, openBooks } from './books.ts'
import type { World } from './world.ts'

/** What of the books the database knows: not what was only said. */
export type Found = Omit<Books, 'orders'> & { orders: Omit<Order, 'reports' | 'given'>[] }

/** The books as the database has them. */
export async function found(world: World): Promise<Found> {
  const read = await row<ReadBooks>(BOOKS, {
    visitorIds: world.visitorIds,
    variantIds: world.variantIds,
  })
  const { stock, baskets, orders } = read!
  return {
    stock,
    baskets: openBooks().baskets.map(
      (none, shopper) => baskets.find((basket) => basket.shopper === shopper)?.books ?? none,
    ),
    orders,
  }
}

interface ReadBooks extends Omit<Found, 'baskets'> {
  baskets: { shopper: number; books: Found['baskets'][number] }[]
}

/** Things are named by the last letter of their number, vouchers by what stands before the world's mark. */
const BOOKS = `
  with shopper as (
    select visitor_id, place - 1 as shopper from unnest($visitorIds::uuid[]) with ordinality as each (visitor_id, place)),
  variant as (
    select id, right(sku, 1) as good from catalogue.variants where id = any($variantIds::bigint[]))
  select
    (select jsonb_object_agg(good, jsonb_build_object('onHand', on_hand, 'held', held))
     from inventory.stock_levels join variant on id = variant_id) as stock,
    (select coalesce(jsonb_agg(jsonb_build_object('shopper', shopper, 'books', jsonb_build_object(
       'lines', (select coalesce(jsonb_object_agg(good, quantity), '{}')
          from basket.basket_lines line join variant on variant.id = variant_id where basket_id = basket.id),
       'codes', (select coalesce(jsonb_agg(split_part(code, '-', 1) order by code), '[]')
          from basket.basket_vouchers where basket_id = basket.id)))), '[]')
     from basket.baskets basket join shopper using (visitor_id) where state = 'open') as baskets,
    (select coalesce(jsonb_agg(jsonb_build_object(
       'shopper', shopper, 'state', bought.state, 'delivery', delivery_amount, 'total', total,
       'captured', (select captured from payments.payments where order_id = bought.id),
       'lines', (select jsonb_agg(jsonb_build_object(
            'good', right(sku, 1), 'quantity', quantity, 'paid', line.total, 'cancelled', cancelled) order by position)
          from orders.order_lines line where order_id = bought.id),
       'voucher', (select jsonb_build_object('code', split_part(code, '-', 1), 'state', used.state)
          from pricing.voucher_redemptions used join pricing.promotions promotion on promotion.id = promotion_id
          where order_id = bought.id),
       'parcels', (select coalesce(jsonb_agg(jsonb_build_object('number', parcel.number, 'state', parcel.state,
            'position', position, 'quantity', quantity, 'replacing', replacing) order by number), '[]')
          from orders.shipments parcel join orders.shipment_lines part on shipment_id = parcel.id
          where parcel.order_id = bought.id),
       'returns', (select coalesce(jsonb_agg(jsonb_build_object('number', back.number, 'state', back.state,
            'position', position, 'quantity', quantity, 'arrived', coalesce(arrived, 0),
            'restocked', coalesce(restocked, 0)) order by number), '[]')
          from orders.returns back join orders.return_lines part on return_id = back.id
          where back.order_id = bought.id),
       'refunds', (select coalesce(jsonb_agg(jsonb_build_object('state', refund.state, 'amount', refund.amount,
            'delivery', coalesce(made.delivery, 0), 'isOurs', made.refund_id is not null,
            'isOfOrder', refund.payment_reference = (
               select provider_reference from payments.payments where order_id = bought.id) is true,
            'ofReturn', (select number from orders.returns where id = made.return_id),
            'pieces', (select coalesce(jsonb_agg(jsonb_build_object('position', position, 'quantity', quantity,
                 'amount', amount) order by position), '[]') from orders.refund_lines where refund_id = refund.id)
            ) order by refund.id), '[]')
          from payments.refunds refund left join orders.order_refunds made on made.refund_id = refund.id
          where refund.order_id = bought.id)
       ) order by bought.id), '[]')
     from orders.orders bought join shopper using (visitor_id)) as orders`
