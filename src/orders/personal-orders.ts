import { rows } from '../platform/database.ts'
import { ERASED_EMAIL, type PersonalData } from '../platform/personal-data.ts'

/** What somebody has ordered. The order stays for the books, with the country that its tax was worked out for. */
export const personalOrders: PersonalData = {
  name: 'orders',
  collect: ({ orderIds }) =>
    rows(
      `select number, state, placed_at as "placedAt", email, delivery_address as address, currency, total,
         (select jsonb_agg(jsonb_build_object('title', title, 'sku', sku, 'quantity', quantity, 'total', total)
            order by position) from orders.order_lines where order_id = placed.id) as lines,
         (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'reason', reason, 'comment', comment,
            'requestedAt', requested_at) order by id), '[]') from orders.returns where order_id = placed.id) as returns,
         (select coalesce(jsonb_agg(jsonb_build_object('carrier', carrier, 'trackingNumber', tracking_number) order by id),
            '[]') from orders.shipments where order_id = placed.id) as shipments
       from orders.orders placed where id = any($orderIds::bigint[]) order by id`,
      { orderIds },
    ),
  erase: async (tx, { orderIds }) => {
    const bind = { orderIds, email: ERASED_EMAIL }
    for (const statement of ERASING) await rows(statement, bind, tx)
  },
}

const ERASING = [
  `update orders.orders set email = $email, customer_id = null, visitor_id = gen_random_uuid(),
     delivery_address = jsonb_build_object('name', '', 'line1', '', 'line2', '', 'postcode', '', 'city', '', 'phone', '',
       'region', delivery_address ->> 'region', 'country', delivery_address ->> 'country')
   where id = any($orderIds::bigint[])`,
  `update orders.order_events set details = '{}'
   where order_id = any($orderIds::bigint[]) and kind in ('address_changed', 'note')`,
  `update orders.returns set comment = '' where order_id = any($orderIds::bigint[])`,
  `update orders.shipments set tracking_number = null, tracking_address = null
   where order_id = any($orderIds::bigint[])`,
  'delete from orders.sent_links where order_id = any($orderIds::bigint[])',
]

/** The numbers of a customer's orders that are still on their way to an end: nobody can be forgotten before. */
export async function unfinishedOrders(customerId: number): Promise<string[]> {
  const found = await rows<{ number: string }>(
    `select number from orders.orders placed where customer_id = $customerId and (
       state in ('awaiting_payment', 'paid', 'partly_shipped')
       or exists (select from orders.returns where order_id = placed.id and state in ('requested', 'approved')))
     order by id`,
    { customerId },
  )
  return found.map(({ number }) => number)
}
