import { rows } from '../../src/platform/database.ts'
import { copy } from '../catalogue/copies.ts'

const AT_A_TIME = 4_000

/**
 * A shop that has been open for years: so many copies of an order with its lines, events and payment, of a product, of
 * people who shop, and of what staff have done, numbered on from the first.
 */
export async function multitude(from: { orderId: number; productId: number }, first: number, last: number) {
  await copy(from.productId, first, last)
  for (let start = first; start <= last; start += AT_A_TIME) {
    const range = { first: start, last: Math.min(start + AT_A_TIME - 1, last) }
    await copyOrders(from.orderId, range)
    await makePeople(range)
    await makeDeeds(range)
    await makeReviews(from.productId, range)
  }
  await rows('analyze')
}

type Range = { first: number; last: number }

/** Of a thousand orders thirty wait to be sent and ten to be paid; the others have gone their way. */
async function copyOrders(orderId: number, range: Range): Promise<void> {
  await rows(
    `with placed as (
       insert into orders.orders (basket_id, state, visitor_id, email, locale, payment_method, delivery_address, delivery,
         currency, subtotal, delivery_amount, tax, total, quote, held_until, placed_at)
       select 5000000 + n, case when n % 1000 < 30 then 'paid' when n % 1000 < 40 then 'awaiting_payment'
           when n % 10 = 5 then 'cancelled' else 'delivered' end,
         gen_random_uuid(), 'person' || n || '@example.com', locale, payment_method,
         delivery_address || jsonb_build_object('name', 'Person ' || n), delivery, currency, subtotal,
         delivery_amount, tax, total, quote, now() + interval '1 day', now() - n % 700 * interval '1 day'
       from orders.orders cross join generate_series($first::integer, $last::integer) as n
       where id = $orderId
       returning id, placed_at),
     lines as (
       insert into orders.order_lines (order_id, position, variant_id, sku, title, option_text, picture, slug, quantity,
         unit_price, tax_rate, tax, total)
       select placed.id, position, variant_id, sku, title, option_text, picture, slug, quantity, unit_price, tax_rate, tax, total
       from placed cross join orders.order_lines line where line.order_id = $orderId),
     events as (
       insert into orders.order_events (order_id, kind, state, actor, details, at)
       select placed.id, kind, event.state, actor, details, placed.placed_at
       from placed cross join orders.order_events event where event.order_id = $orderId)
     insert into payments.payments (order_id, method, state, currency, amount, captured)
     select placed.id, method, state, currency, amount, captured
     from placed cross join payments.payments payment where payment.order_id = $orderId`,
    { orderId, ...range },
  )
}

async function makePeople(range: Range): Promise<void> {
  await rows(
    `insert into identity.customers (issuer, subject, email, is_email_verified, name)
     select 'https://people.example', n::text, 'person' || n || '@example.com', true, 'Person ' || n
     from generate_series($first::integer, $last::integer) as n`,
    { ...range },
  )
}

async function makeDeeds(range: Range): Promise<void> {
  await rows(
    `insert into admin.audit (actor, action, subject, before, after, network, request)
     select 'staff:admin@example.com', 'product-edited', 'product ' || n, '{"title": "A"}', '{"title": "B"}', '', ''
     from generate_series($first::integer, $last::integer) as n`,
    { ...range },
  )
}

/** Of a thousand reviews ten wait to be read. */
async function makeReviews(productId: number, range: Range): Promise<void> {
  await rows(
    `insert into reviews.reviews (product_id, author_kind, author_id, stars, title, text, display_name, locale, state,
       moderated_at, moderator)
     select $productId, 'imported', n::text, 4, 'Good', 'It is a good mug, and I use it every day.', 'P', 'en', state,
       case when state = 'published' then now() end, case when state = 'published' then 'staff' end
     from generate_series($first::integer, $last::integer) as n
     cross join lateral (select case when n % 1000 < 10 then 'pending' else 'published' end as state) as decided`,
    { productId, ...range },
  )
}
