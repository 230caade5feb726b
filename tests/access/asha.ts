import { row, rows } from '../../src/platform/database.ts'
import { writeReview } from '../../src/reviews/index.ts'
import { products, variantId } from '../support/shop.ts'
import { shopperAt, signsIn } from '../support/shopper.ts'

/** What stands on Asha's pages and nowhere else: whoever reads one of these has seen what is hers. */
export const marks = [
  'Asha Verborgen',
  'Geheimgasse 77',
  '7777777',
  'asha@example.com',
  'Nur für Asha',
  'Ashas Vorrat',
]

/** Asha with a bit of everything that a customer can have, and the names by which addresses would reach it. */
export async function ashaWithEverything(baseUrl: string) {
  const asha = shopperAt(baseUrl)
  await signsIn(asha, 'asha@example.com')
  await asha.posts('/account/profile', { name: 'Asha Verborgen', locale: 'en', currency: 'EUR' })
  await asha.posts('/account/addresses', {
    name: 'Asha Verborgen',
    line1: 'Geheimgasse 77',
    postcode: '10119',
    city: 'Berlin',
    country: 'DE',
    phone: '+49 30 7777777',
  })
  await asha.posts('/account/wish-list', { slug: products.bowl.slug })
  await asha.posts('/account/email', { email: 'asha.neu@example.com' })

  await asha.adds(products.mug, { quantity: 2 })
  await asha.posts('/checkout/payment-method', { method: 'invoice' })
  const order = await asha.presses(await asha.gets('/checkout'), 'Place order')
  const number = new URL(order.address).pathname.split('/').at(-1)!
  const placed = (await row<{ id: number; visitorId: string }>(
    'select id, visitor_id as "visitorId" from orders.orders where number = $number',
    { number },
  ))!
  await rows(`update orders.orders set state = 'delivered' where id = $id`, { id: placed.id })
  const opinion = { displayName: 'A.', stars: 5, title: 'Nur für Asha', locale: 'en' as const }
  const text = 'What I think of it stays with me until somebody has read it.'
  await writeReview(
    { visitorId: placed.visitorId, orderIds: [] },
    { productId: await productOf(products.mug.slug), variantIds: [variantId(products.mug)] },
    { ...opinion, text },
  )

  await asha.adds(products.bowl)
  await asha.posts('/account/baskets', { name: 'Ashas Vorrat' })
  await asha.adds(products.mug)
  await asha.posts('/basket/lines/MUG-OAT/saving', {})
  const named = (await row<Record<'address' | 'signIn' | 'token' | 'key', string>>(
    `select (select id::text from customers.addresses limit 1) as address,
       (select id::text from identity.sign_ins limit 1) as "signIn",
       (select token from basket.shared_baskets where kept_as is not null limit 1) as token,
       (select key_at_old::text from identity.email_changes limit 1) as key`,
  ))!
  const staff = await row<{ id: string }>('select id::text from identity.customers limit 1')
  return { asha, number, orderId: placed.id, visitorId: placed.visitorId, ...named, staff: staff!.id }
}

export type Everything = Awaited<ReturnType<typeof ashaWithEverything>>

/** Everything in the database that is Asha's, as one text: it changes when anybody changes anything of it. */
export async function stateOf({ orderId, visitorId, staff }: Everything): Promise<string> {
  const bind = { orderId, visitorId, customerId: staff }
  const kept = await rows<{ kept: string }>(
    `select t::text as kept from orders.orders t where id = $orderId
     union all select t::text from orders.order_events t where order_id = $orderId
     union all select t::text from orders.returns t where order_id = $orderId
     union all select t::text from payments.payments t where order_id = $orderId
     union all select t::text from basket.baskets t where visitor_id = $visitorId
     union all select t::text from basket.basket_lines t
       where basket_id in (select id from basket.baskets where visitor_id = $visitorId)
     union all select t::text from basket.saved_lines t where visitor_id = $visitorId
     union all select t::text from basket.shared_baskets t where visitor_id = $visitorId
     union all select t::text from checkout.checkouts t
       where basket_id in (select id from basket.baskets where visitor_id = $visitorId)
     union all select t::text from reviews.reviews t where author_id = $visitorId::text
     union all select t::text from customers.addresses t where customer_id = $customerId
     union all select t::text from customers.wishes t where visitor_id = $visitorId
     union all select t::text from customers.shared_wishes t where visitor_id = $visitorId
     union all select t::text from customers.consents t where visitor_id = $visitorId
     union all select t::text from identity.customers t where id = $customerId
     union all select t::text from identity.email_changes t where customer_id = $customerId
     union all select concat(id, ended_at) from identity.sign_ins where customer_id = $customerId
     order by 1`,
    bind,
  )
  return kept.map((one) => one.kept).join('\n')
}

async function productOf(slug: string): Promise<number> {
  return (await row<{ id: number }>('select id from catalogue.products where slug = $slug', { slug }))!.id
}
