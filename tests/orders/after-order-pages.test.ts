import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { setStock } from '../../src/inventory/index.ts'
import { createShipment, dispatchShipment } from '../../src/orders/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { ashasHome, bought, done, eventsOf, placed, refundsOf, stateOf, stockOf } from '../support/bought.ts'
import { listening } from '../support/house/listening.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { type ShopPage, shopperAt } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  shop = await listening(createApp(deps))
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await deps.close()
})
beforeEach(openShop)

/** The person who placed an order, with its page before them. */
async function shopperOf({ number, visitorId }: { number: string; visitorId: string }, prefix = '') {
  const shopper = shopperAt(shop.url)
  shopper.jar.set('visitor', visitorId)
  const at = (path = '') => shopper.gets(`${prefix}/orders/${number}${path}`)
  return { ...shopper, at }
}

const eightTimes = <T>(press: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, press))

async function sendsAll(order: { id: number }, lines: { position: number; quantity: number }[]) {
  const parcel = { lines, carrier: 'dhl', trackingNumber: '00340434161094', key: randomUUID() }
  const { shipmentId } = await done(createShipment(order.id, parcel, 'staff:ines'))
  await done(dispatchShipment(shipmentId, 'staff:ines'))
}

const linksOf = ({ $ }: ShopPage) =>
  $('main a')
    .map((_index, link) => $(link).attr('href'))
    .get()

const summaryOf = ({ $ }: ShopPage) => $('.error-summary').text()

describe('cancelling', () => {
  test('is asked about first: what happens to goods and money; then the button does it, once', async () => {
    const order = await bought({ mug: 2 })
    const shopper = await shopperOf(order)
    expect(linksOf(await shopper.at())).toContain(`/orders/${order.number}/cancellation`)
    const asked = await shopper.at('/cancellation')
    expect(asked.heading()).toBe(`Do you want to cancel order ${order.number}?`)
    expect(asked.html).toContain('You get €48.00 back, to the card that you paid with.')
    expect(await stateOf(order)).toBe('paid')
    const answers = await eightTimes(() => shopper.presses(asked, 'Cancel order'))
    for (const { status, address } of answers) {
      expect([status, new URL(address).pathname]).toEqual([200, `/orders/${order.number}`])
    }
    expect(answers[0]!.heading()).toBe(`Order ${order.number} was cancelled`)
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    expect(await stockOf(products.mug)).toEqual({ onHand: 480, held: 0 })
  })

  test('of what is on its way is refused, with the way to send it back', async () => {
    const order = await bought({ mug: 1 })
    const shopper = await shopperOf(order)
    const asked = await shopper.at('/cancellation')
    await sendsAll(order, [{ position: 0, quantity: 1 }])
    const refused = await shopper.presses(asked, 'Cancel order')
    expect(refused.status).toBe(409)
    expect(refused.heading()).toBe(`Order ${order.number} can no longer be cancelled`)
    expect(summaryOf(refused)).toContain('This order is on its way already.')
    expect(linksOf(refused)).toContain(`/orders/${order.number}/returns`)
    expect(await stateOf(order)).toBe('shipped')
  })

  test('an order is not paid any more afterwards: "Pay now" is gone, and pressing it leads nowhere', async () => {
    const order = await placed({ lastLamp: 1 })
    const shopper = await shopperOf(order)
    const before = await shopper.at()
    await shopper.presses(await shopper.at('/cancellation'), 'Cancel order')
    const after = await shopper.presses(before, 'Pay now')
    expect([after.address, after.heading()]).toEqual([
      `${shop.url}/orders/${order.number}`,
      `Order ${order.number} was cancelled`,
    ])
    expect(after.html).not.toContain('Pay now')
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 1, held: 0 })
  })

  test.each(['/cancellation', '/returns', '/address'])(
    "somebody else's order is not found at %s, neither read nor sent",
    async (path) => {
      const order = await bought({ mug: 1 })
      const stranger = shopperAt(shop.url)
      stranger.jar.set('visitor', randomUUID())
      expect((await stranger.gets(`/orders/${order.number}${path}`)).status).toBe(404)
      expect(
        (await stranger.posts(`/orders/${order.number}${path}`, { ...ashasHome, key: 'x' })).status,
      ).toBe(404)
      expect((await stranger.posts(`/orders/${order.number}/reorder`, {})).status).toBe(404)
      expect(await stateOf(order)).toBe('paid')
    },
  )
})

describe('sending something back', () => {
  test('asks which, how many and why; the same form eight times is one return', async () => {
    const order = await bought({ mug: 2, bowl: 1 })
    await sendsAll(order, [{ position: 0, quantity: 2 }])
    const shopper = await shopperOf(order)
    const form = await shopper.at('/returns')
    expect(form.html).toContain('It has not left our house yet.')
    const answers = await eightTimes(() =>
      shopper.presses(form, 'Ask to send it back', {
        'quantity-0': 2,
        reason: 'damaged',
        comment: 'Both have\r\na crack.',
      }),
    )
    for (const { status } of answers) expect(status).toBe(200)
    expect(await rows('select reason, comment from orders.returns')).toEqual([
      { reason: 'damaged', comment: 'Both have\na crack.' },
    ])
    const page = await shopper.at()
    expect(page.html).toContain('We are looking at your request.')
    expect((await shopper.at('/returns')).heading()).toBe('Nothing of this order can go back right now')
  })

  test('says what is missing, and loses nothing of what was chosen', async () => {
    const order = await bought({ mug: 2 })
    await sendsAll(order, [{ position: 0, quantity: 2 }])
    const shopper = await shopperOf(order)
    const form = await shopper.at('/returns')
    const unsaid = await shopper.presses(form, 'Ask to send it back', { comment: 'Sorry' })
    expect(unsaid.status).toBe(422)
    expect(summaryOf(unsaid)).toContain('Choose how many you want to send back')
    expect(summaryOf(unsaid)).toContain('Choose why it goes back')
    expect(unsaid.$('textarea').text().trim()).toBe('Sorry')
    const unreasoned = await shopper.presses(form, 'Ask to send it back', { 'quantity-0': 2 })
    expect(unreasoned.$('#quantity-0 option[selected]').attr('value')).toBe('2')
    expect(unreasoned.$('input[name=key]').attr('value')).toBe(form.$('input[name=key]').attr('value'))
    expect(await rows('select 1 from orders.returns')).toEqual([])
  })

  test.each([
    ['more than was sent', { 'quantity-0': 3 }],
    ['a line that is not there', { 'quantity-9': 1 }],
    ['half a piece', { 'quantity-0': '0.5' }],
    ['less than nothing', { 'quantity-0': '-1' }],
    ['a reason of their own', { 'quantity-0': 1, reason: 'because' }],
    ['an endless comment', { 'quantity-0': 1, comment: 'x'.repeat(1_001) }],
  ])('is refused for %s', async (_what, fields) => {
    const order = await bought({ mug: 2 })
    await sendsAll(order, [{ position: 0, quantity: 2 }])
    const shopper = await shopperOf(order)
    const form = await shopper.at('/returns')
    const answer = await shopper.presses(form, 'Ask to send it back', { reason: 'other', ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer)).not.toBe('')
    expect(await rows('select 1 from orders.returns')).toEqual([])
  })
})

describe('another address', () => {
  const ben = { name: 'Ben Okri', line1: 'Lange Straße 2', postcode: '04103', city: 'Leipzig', country: 'DE' }

  test('in the same country is where it goes; both addresses are in its event', async () => {
    const order = await bought({ mug: 1 })
    const shopper = await shopperOf(order)
    const form = await shopper.at('/address')
    expect(form.html).toContain('It stays in Germany')
    expect(form.$('[name=line1]').attr('value')).toBe('Torstraße 1')
    const page = await eightTimes(() => shopper.presses(form, 'Save', ben))
    expect(page[0]!.html).toContain('04103 Leipzig')
    const changed = await rows<{ details: object }>(
      `select details from orders.order_events where kind = 'address_changed'`,
    )
    expect(changed).toEqual([{ details: { from: ashasHome, to: { ...ashasHome, ...ben } } }])
  })

  test('elsewhere is refused, and so is one that is none, with everything kept', async () => {
    const order = await bought({ mug: 1 })
    const shopper = await shopperOf(order)
    const form = await shopper.at('/address')
    const abroad = await shopper.presses(form, 'Save', { ...ben, country: 'AT', postcode: '1010' })
    expect(abroad.status).toBe(409)
    expect(summaryOf(abroad)).toContain('The order can only go to another address in the same country')
    const wrong = await shopper.presses(form, 'Save', { ...ben, postcode: '1' })
    expect(wrong.status).toBe(422)
    expect(wrong.$('[name=name]').attr('value')).toBe('Ben Okri')
    expect(await eventsOf(order)).toEqual(['placed', 'paid'])
  })

  test('in another state is refused too, where tax and delivery depend on it', async () => {
    const order = await bought({ mug: 1 })
    const newYork = { name: 'Ben', line1: '5 Main St', postcode: '10001', city: 'New York', country: 'US' }
    const home = { ...ashasHome, ...newYork, region: 'NY' }
    await rows(
      `update orders.orders set delivery_address = $home, quote = jsonb_set(quote, '{region}', '"NY"') where id = $id`,
      { id: order.id, home: JSON.stringify(home) },
    )
    const shopper = await shopperOf(order)
    const form = await shopper.at('/address')
    expect(form.html).toContain('It stays in New York, United States')
    const moved = { ...newYork, region: 'CA', postcode: '90001' }
    const elsewhere = await shopper.presses(form, 'Save', moved)
    expect(elsewhere.status).toBe(409)
    const near = await shopper.presses(form, 'Save', { ...newYork, line1: '6 Main St' })
    expect(near.html).toContain('6 Main St')
  })

  test('is too late once a parcel is packed', async () => {
    const order = await bought({ mug: 2 })
    const shopper = await shopperOf(order)
    const form = await shopper.at('/address')
    const parcel = { lines: [{ position: 0, quantity: 1 }], carrier: 'dhl', key: randomUUID() }
    await done(createShipment(order.id, parcel, 'staff:ines'))
    expect(linksOf(await shopper.at())).not.toContain(`/orders/${order.number}/address`)
    const late = await shopper.presses(form, 'Save', ben)
    expect(late.status).toBe(409)
    expect(summaryOf(late)).toContain('We are packing this order')
    expect(await eventsOf(order)).not.toContain('address_changed')
  })
})

describe('ordering again', () => {
  const inBasket = (visitorId: string) =>
    rows<{ sku: string; quantity: number }>(
      `select variant.sku, line.quantity from basket.baskets basket
       join basket.basket_lines line on line.basket_id = basket.id
       join catalogue.variants variant on variant.id = line.variant_id
       where basket.visitor_id = $visitorId and basket.state = 'open' order by variant.sku`,
      { visitorId },
    )

  test('fills the basket with what there is, names what there is not, and does so once', async () => {
    const order = await bought({ mug: 2, bowl: 3, lastLamp: 1 })
    await transaction((tx) =>
      setStock(tx, { variantId: variantId(products.bowl), onHand: 2, reason: 'count', actor: 'staff:ines' }),
    )
    const shopper = await shopperOf(order)
    const page = await shopper.at()
    const basket = await shopper.presses(page, 'Order again')
    expect(new URL(basket.address).pathname).toBe('/basket')
    expect(basket.alert()).toContain('or not as many of it: Moss bowl and Last lamp')
    await eightTimes(() => shopper.presses(page, 'Order again'))
    expect(await inBasket(order.visitorId)).toEqual([
      { sku: 'BOWL-MOSS', quantity: 2 },
      { sku: 'MUG-OAT', quantity: 2 },
    ])
  })

  test('says so when everything is there, and when nothing is', async () => {
    const order = await bought({ mug: 1 })
    const shopper = await shopperOf(order)
    const all = await shopper.presses(await shopper.at(), 'Order again')
    expect(all.alert()).toContain('Everything from your order is in your basket.')
    const gone = await bought({ lastLamp: 1 })
    const other = await shopperOf(gone, '/de')
    const none = await other.presses(await other.at(), 'Noch einmal bestellen')
    expect(none.alert()).toContain('Nichts davon ist zurzeit zu haben: Last lamp.')
  })
})

test('the page of an order shows each parcel: what is in it, with whom, and where to follow it', async () => {
  const order = await bought({ mug: 2, bowl: 1 })
  await sendsAll(order, [{ position: 0, quantity: 1 }])
  const page = await (await shopperOf(order)).at()
  expect(page.heading()).toBe(`Order ${order.number} is partly on its way`)
  const parcel = page.$('.parcel').text().replace(/\s+/g, ' ')
  expect(parcel).toContain('Parcel 1')
  expect(parcel).toContain('1 × Oat mug')
  expect(parcel).toContain('DHL · 00340434161094')
  expect(linksOf(page)).toContain(
    'https://www.dhl.com/global-en/home/tracking.html?tracking-id=00340434161094',
  )
})
