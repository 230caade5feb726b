import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { KEPT_BY_LAW, tracesOf } from '../../src/commands/trace/traces-of.ts'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { createDeps } from '../../src/deps.ts'
import {
  approveReturn,
  createShipment,
  deliverShipment,
  dispatchShipment,
  receiveReturn,
  recordTransfer,
} from '../../src/orders/index.ts'
import { requestReturn } from '../../src/orders/request-return.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { publishReview } from '../../src/reviews/index.ts'
import { done } from '../support/bought.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
let worker: Awaited<ReturnType<typeof runningProcess>>
let asha: Shopper
let number: string

/** By these she could be found. */
const words = ['asha@example.com', 'Asha Rao', 'Torstraße 1', '30 7654321']

beforeAll(async () => {
  await openShop()
  sandbox = await runningSandbox()
  shop = await listening(createApp(deps))
  worker = await runningProcess('worker', undefined, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandbox.url,
    ...nobodysAccount,
  })
  asha = shopperAt(shop.url)
  await signsIn(asha, 'asha@example.com')
  await livesAsACustomer()
})
afterAll(async () => {
  await worker.stop()
  await shop[Symbol.asyncDispose]()
  await sandbox.close()
  await deps.close()
})

async function livesAsACustomer(): Promise<void> {
  const home = {
    name: 'Asha Rao',
    line1: 'Torstraße 1',
    postcode: '10119',
    city: 'Berlin',
    country: 'DE',
    phone: '+49 30 7654321',
  }
  await asha.posts('/account/addresses', home)
  await asha.posts('/account/wish-list', { slug: products.bowl.slug })
  await asha.posts('/account/wish-list/sharing', { shared: 'yes' })
  await asha.posts('/consent', { personalisation: 'yes' })
  await asha.posts('/back-in-stock', { sku: products.goneBowl.sku, email: 'asha@example.com' })
  await asha.adds(products.mug, { quantity: 2 })
  await asha.posts('/basket/voucher', { code: 'WELCOME10' })
  await asha.posts('/checkout/payment-method', { method: 'invoice' })
  const order = await asha.presses(await asha.gets('/checkout'), 'Place order')
  number = new URL(order.address).pathname.split('/').at(-1)!
  await asha.adds(products.bowl)
  await asha.posts('/account/baskets', { name: 'For Asha Rao' })
  await asha.gets('/products/oat-mug')
}

/** Paid, changed, sent, arrived, in part sent back and paid back, and reviewed. */
async function orderComesToItsEnd(): Promise<void> {
  const { id, total } = (await row<{ id: number; total: number }>(
    'select id, total from orders.orders where number = $number',
    { number },
  ))!
  await asha.posts(`/orders/${number}/address`, {
    ...{ name: 'Asha Rao', line1: 'Torstraße 11', postcode: '10119', city: 'Berlin', country: 'DE' },
  })
  await recordTransfer({
    reference: 'line-1',
    amount: total,
    currency: 'EUR',
    purpose: number,
    sender: 'Asha Rao',
    actor: 'bank',
    orderId: id,
  })
  const parcel = {
    lines: [{ position: 0, quantity: 2 }],
    carrier: 'dhl',
    trackingNumber: '00340434161094',
    key: randomUUID(),
  }
  const { shipmentId } = await done(createShipment(id, parcel, 'staff:ines'))
  await done(dispatchShipment(shipmentId, 'staff:ines'))
  await done(deliverShipment(shipmentId, 'carrier'))
  const asked = {
    lines: [{ position: 0, quantity: 1 }],
    reason: 'damaged' as const,
    comment: 'Signed: Asha Rao',
    key: randomUUID(),
  }
  const { returnId } = await done(requestReturn(id, asked, 'shopper'))
  await done(approveReturn(returnId, 'staff:ines'))
  await done(
    receiveReturn(returnId, { lines: [{ position: 0, arrived: 1, isSellable: true }] }, 'staff:ines'),
  )
  await asha.posts('/products/oat-mug/reviews', {
    ...{ stars: '5', title: 'Warm in the hand', displayName: 'Asha Rao' },
    text: 'I, Asha Rao, have two of them and would have more.',
  })
  const review = await row<{ id: number; version: number }>('select id, version from reviews.reviews')
  await publishReview({ reviewId: review!.id, version: review!.version, actor: 'staff:ines' })
  await until('everything was sent', async () => {
    const [left] = await rows<{ count: number }>(
      `select count(*)::integer as count from graphile_worker._private_jobs where run_at <= now() and attempts < 3`,
    )
    return left!.count === 0
  })
}

async function downloads() {
  const page = await asha.gets('/account/privacy')
  const answer = await fetch(`${shop.url}/account/privacy/export`, {
    method: 'POST',
    headers: { cookie: [...asha.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  expect(page.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return {
    data: JSON.parse(strFromU8(files['data.json']!)) as Record<string, Record<string, unknown>[]>,
    html: strFromU8(files['data.html']!),
  }
}

test('nobody is forgotten while an order is on its way, and is told which', async () => {
  const page = await asha.gets('/account/privacy/erasure')
  expect(page.$('main').text()).toContain(number)
  expect((await asha.posts('/account/privacy/erasure', { email: 'asha@example.com' })).status).toBe(422)
  expect(await rows('select from identity.customers')).toHaveLength(1)
})

test('a customer takes along everything that is kept of them, to read and for programs', async () => {
  await orderComesToItsEnd()
  const { data, html } = await downloads()
  expect(Object.keys(data).sort()).toEqual(
    [
      ...[
        'addresses',
        'alerts',
        'answers',
        'baskets',
        'consents',
        'exportedAt',
        'identity',
        'invoices',
        'mails',
        'orders',
      ],
      ...['payments', 'redemptions', 'reviews', 'visits', 'wishes'],
    ].sort(),
  )
  expect(data.orders![0]).toMatchObject({ number, state: 'delivered' })
  expect(JSON.stringify(data.orders)).toContain('Signed: Asha Rao')
  for (const word of ['Torstraße 1', number, 'Warm in the hand', 'For Asha Rao']) expect(html).toContain(word)
  expect(html).toContain('<h2>Orders</h2>')
  const { visitorId } = (await row<{ visitorId: string }>(
    'select visitor_id as "visitorId" from identity.customers',
  ))!
  expect(JSON.stringify(data) + html).not.toContain(visitorId)
})

test('whoever is erased is found nowhere but where the law asks for it, and the books are still right', async () => {
  const before = await tracesOf(words, deps.redis)
  expect(before.map(({ place }) => place)).toEqual(
    expect.arrayContaining([
      'identity.customers',
      'orders.orders',
      'reviews.reviews',
      'invoicing.invoices',
      'notifications.mails',
    ]),
  )
  const wrong = await asha.posts('/account/privacy/erasure', { email: 'ben@example.com' })
  expect(wrong.alert()).toContain('Enter the e-mail address of your account')
  const session = asha.jar.get('session')!
  const gone = await asha.posts('/account/privacy/erasure', { email: 'Asha@example.com ' })
  expect(gone.address).toBe(`${shop.url}/`)
  expect(gone.alert()).toContain('Your account is deleted')

  await until('the provider has forgotten her too', async () => {
    const answer = await signsIn(shopperAt(shop.url), 'asha@example.com')
    return answer.status === 422
  })
  const left = await tracesOf(words, deps.redis)
  expect(left.filter(({ place }) => !KEPT_BY_LAW.includes(place))).toEqual([])
  expect(left.map(({ place }) => place)).toContain('invoicing.invoices')

  const thief = shopperAt(shop.url)
  thief.jar.set('session', session)
  expect((await thief.gets(`/orders/${number}`)).status).toBe(404)
  const breaches = await transaction((tx) => findBreaches(invariants, tx))
  expect(breaches.filter(({ broken }) => broken.length > 0)).toEqual([])
})
