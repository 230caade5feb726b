import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { getPayment } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'
import { listening } from '../support/house/listening.ts'
import { placedOrder } from '../support/orders.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { deliver, eventOf, fateOf, pagePaid, signed, worksOnReports } from '../support/webhooks.ts'

let shop: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  shop = await listening(createApp(createDeps()))
})
afterAll(() => shop[Symbol.asyncDispose]())
beforeEach(openShop)

const kept = () => rows<{ id: string }>('select event_id as id from payments.webhook_events')
const jobs = () => rows(`select 1 from ledger.jobs where task = 'payment.reported'`)
const refunds = () =>
  rows('select order_id, amount, currency, payment_reference, reason from payments.refunds')
const stateOf = async (order: { id: number }) =>
  (await row<{ state: string }>('select state from orders.orders where id = $id', { id: order.id }))?.state
const eventsOf = async (order: { id: number }) =>
  (
    await rows<{ kind: string }>('select kind from orders.order_events where order_id = $id order by id', {
      id: order.id,
    })
  ).map(({ kind }) => kind)

/** Delivers an event that the provider has signed, and works on it. */
async function reports(event: { id: string }) {
  expect(await deliver(shop.url, signed(event))).toBe(200)
  return worksOnReports()
}

describe('a report that the provider has not signed now', () => {
  test.each([
    ['by somebody else', (event: object) => signed(event, { secret: 'whsec_of_somebody_else' })],
    [
      'for another amount',
      (event: object) => {
        const sound = signed(event)
        return { ...sound, payload: sound.payload.replace('"amount_total":2400', '"amount_total":1') }
      },
    ],
    ['not at all', (event: object) => ({ ...signed(event), signature: '' })],
    ['more than five minutes ago', (event: object) => signed(event, { secondsAgo: 302 })],
    ['but says nothing that can be read', () => signed('{"id": "evt_half')],
    ['but is no event', () => signed({ hello: 'shop' })],
  ])('(%s) is refused and leaves nothing', async (_how, made) => {
    const order = await placedOrder(products.mug)
    expect(await deliver(shop.url, made(pagePaid(order)))).toBe(400)
    expect(await kept()).toEqual([])
    expect(await jobs()).toEqual([])
    expect(await stateOf(order)).toBe('awaiting_payment')
  })

  test('is not even read when it is larger than any event', async () => {
    const order = await placedOrder(products.mug)
    const large = { ...pagePaid(order), padding: 'x'.repeat(1_000_000) }
    expect(await deliver(shop.url, signed(large))).toBe(413)
    expect(await kept()).toEqual([])
  })
})

describe('a report that the provider has signed', () => {
  test('is kept before anything is done, and pays its order', async () => {
    const order = await placedOrder(products.mug)
    const event = pagePaid(order)
    expect(await deliver(shop.url, signed(event, { secondsAgo: 290 }))).toBe(200)
    expect(await kept()).toEqual([{ id: event.id }])
    expect(await jobs()).toHaveLength(1)
    expect(await stateOf(order)).toBe('awaiting_payment')
    expect(await worksOnReports()).toEqual([])
    expect(await stateOf(order)).toBe('paid')
    expect(await fateOf(event)).toEqual({ outcome: 'recorded', reason: null })
  })

  test('counts once when it comes again, also after it was worked on', async () => {
    const order = await placedOrder(products.mug)
    const event = pagePaid(order)
    for (let times = 0; times < 3; times++) await reports(event)
    expect(await kept()).toHaveLength(1)
    expect(await jobs()).toHaveLength(1)
    expect(await eventsOf(order)).toEqual(['placed', 'paid'])
  })

  test('is only kept when it is of a kind that the shop does not know', async () => {
    const event = eventOf('mandate.updated', { id: 'mandate_1', object: 'mandate' })
    await reports(event)
    expect(await fateOf(event)).toEqual({ outcome: 'ignored', reason: null })
  })

  test('waits for an order that is not there yet', async () => {
    const { id } = await placedOrder(products.mug)
    const early = pagePaid({ id: id + 1, total: products.bowl.euros })
    expect(await reports(early)).toEqual([early.id])
    expect(await fateOf(early)).toEqual({ outcome: null, reason: null })
    const order = await placedOrder(products.bowl)
    expect(await worksOnReports()).toEqual([])
    expect(await stateOf(order)).toBe('paid')
  })
})

describe('money that came for nothing', () => {
  test.each([
    ['another amount', 'other_amount', { amount_total: 100 }, 100, 'EUR'],
    ['another currency', 'other_currency', { currency: 'usd' }, 2400, 'USD'],
    ['another page', 'other_page', { id: 'cs_test_another' }, 2400, 'EUR'],
  ])(
    '(%s) is set aside and goes back once, and the order goes on waiting',
    async (_what, reason, changed, amount, currency) => {
      const order = await placedOrder(products.mug)
      await rows('update payments.payments set provider_session = $session where order_id = $id', {
        session: `cs_test_${order.id}`,
        id: order.id,
      })
      const event = pagePaid(order, changed)
      await reports(event)
      await reports({ ...pagePaid(order, changed) })
      expect(await fateOf(event)).toEqual({ outcome: 'quarantined', reason })
      expect(await stateOf(order)).toBe('awaiting_payment')
      expect((await getPayment(order.id)).captured).toBe(0)
      expect(await refunds()).toEqual([
        { order_id: order.id, amount, currency, payment_reference: `pi_${order.id}`, reason: 'does_not_fit' },
      ])
      await reports(pagePaid(order, { payment_intent: 'pi_right' }))
      expect(await stateOf(order)).toBe('paid')
    },
  )

  test('stays set aside when its job dies between its two steps and runs again', async () => {
    const order = await placedOrder(products.mug)
    const event = pagePaid(order, { amount_total: 100 })
    await reports(event)
    await rows(`update payments.webhook_events set handled_at = null, outcome = null, reason = null`)
    await worksOnReports()
    expect(await fateOf(event)).toEqual({ outcome: 'quarantined', reason: 'other_amount' })
    expect(await eventsOf(order)).toEqual(['placed', 'payment_in_question'])
    expect(await refunds()).toHaveLength(1)
  })

  test('(a second payment on a paid order) goes back, and the first one counts', async () => {
    const order = await placedOrder(products.mug)
    await reports(pagePaid(order))
    const second = pagePaid(order, { payment_intent: 'pi_second' })
    await reports(second)
    expect(await fateOf(second)).toEqual({ outcome: 'quarantined', reason: 'paid_already' })
    expect(await refunds()).toMatchObject([{ payment_reference: 'pi_second' }])
    expect(await stateOf(order)).toBe('paid')
  })

  test('(an order that never comes) goes back once, after a while', async () => {
    const event = pagePaid({ id: 999_999, total: 500 })
    expect(await reports(event)).toEqual([event.id])
    expect(await refunds()).toEqual([])
    await rows(`update payments.webhook_events set received_at = now() - interval '81 seconds'`)
    expect(await worksOnReports()).toEqual([])
    await rows('update payments.webhook_events set handled_at = null, outcome = null, reason = null')
    await worksOnReports()
    expect(await fateOf(event)).toEqual({ outcome: 'quarantined', reason: 'unknown_order' })
    expect(await refunds()).toEqual([
      {
        order_id: 999_999,
        amount: 500,
        currency: 'EUR',
        payment_reference: 'pi_999999',
        reason: 'unknown_order',
      },
    ])
  })

  test.each([
    ['names no order of ours', 'unknown_order', { client_reference_id: 'another-shop-7' }, {}],
    ['is of the live shop, which this is not', 'other_mode', {}, { livemode: true }],
    ['is of another account', 'other_account', {}, { account: 'acct_other' }],
  ])(
    'but %s is set aside for staff, and is not ours to send back',
    async (_what, reason, changed, envelope) => {
      const order = await placedOrder(products.mug)
      const event = pagePaid(order, changed, envelope)
      await reports(event)
      expect(await fateOf(event)).toEqual({ outcome: 'quarantined', reason })
      expect(await stateOf(order)).toBe('awaiting_payment')
      expect(await refunds()).toEqual([])
    },
  )

  test('is listed for staff, with why it was set aside', async () => {
    const order = await placedOrder(products.mug)
    const event = pagePaid(order, { amount_total: 100 })
    await reports(event)
    expect(await rows('select kind, subject, reason, amount, currency from payments.quarantine')).toEqual([
      { kind: 'report', subject: event.id, reason: 'other_amount', amount: 100, currency: 'EUR' },
    ])
  })
})

test('ten copies at once, at two servers, with a worker at work, pay an order once', async () => {
  const order = await placedOrder(products.mug)
  const event = pagePaid(order)
  await using stack = new AsyncDisposableStack()
  const start = async (...which: Parameters<typeof runningProcess>) => {
    const running = await runningProcess(...which)
    stack.defer(() => running.stop())
    return running
  }
  const servers = await Promise.all([start('server'), start('server', config.port + 5), start('worker')])
  const copies = Array.from({ length: 10 }, (_none, index) => deliver(servers[index % 2]!.url, signed(event)))
  expect(await Promise.all(copies)).toEqual(Array(10).fill(200))
  await until('the report is worked on', async () => (await fateOf(event))?.outcome === 'recorded')
  expect(await kept()).toHaveLength(1)
  expect(await eventsOf(order)).toEqual(['placed', 'paid'])
  expect(
    await row('select on_hand, held from ledger.stock where sku = $sku', { sku: products.mug.sku }),
  ).toEqual({
    on_hand: 479,
    held: 0,
  })
})
