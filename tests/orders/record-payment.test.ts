import { beforeEach, describe, expect, test } from 'vitest'
import { expireOrder } from '../../src/orders/expire-order.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { getPayment, type PaymentFacts } from '../../src/payments/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { paidFacts, placedOrder } from '../support/orders.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const paid = (
  order: { id: number; total: number },
  eventId: string,
  changed: Partial<PaymentFacts> = {},
): PaymentFacts => paidFacts(order, { eventId, ...changed })

const stateOf = (order: { id: number }) =>
  row<{ state: string; events: string }>(
    `select state, (select string_agg(kind, ' ' order by id) from orders.order_events where order_id = $id) as events
     from orders.orders where id = $id`,
    { id: order.id },
  )

const stockOf = (product: { sku: string }) =>
  row<{ on_hand: number; held: number }>('select on_hand, held from ledger.stock where sku = $sku', {
    sku: product.sku,
  })

describe('a payment that the provider reports', () => {
  test('makes the order paid and the goods sold, with one event and one message', async () => {
    const order = await placedOrder(products.mug)
    await recordPayment(paid(order, 'evt_1'), 'provider')
    expect(await stateOf(order)).toEqual({ state: 'paid', events: 'placed paid' })
    expect(await stockOf(products.mug)).toEqual({ on_hand: 479, held: 0 })
    expect(await rows(`select 1 from ledger.jobs where task = 'order.paid'`)).toHaveLength(1)
  })

  test('counts once, however often and by whomever it is reported at the same time', async () => {
    const order = await placedOrder(products.mug)
    const reports = [
      ...Array.from({ length: 5 }, () => recordPayment(paid(order, 'evt_1'), 'provider')),
      ...Array.from({ length: 5 }, () => recordPayment(paid(order, 'return:cs:paid'), 'shopper')),
    ]
    await Promise.all(reports)
    expect(await stateOf(order)).toEqual({ state: 'paid', events: 'placed paid' })
    expect((await getPayment(order.id)).captured).toBe(2400)
    expect(await stockOf(products.mug)).toEqual({ on_hand: 479, held: 0 })
    expect(await rows(`select 1 from ledger.jobs where task = 'order.paid'`)).toHaveLength(1)
  })

  test.each([
    ['another amount', { amount: 100 }],
    ['another currency', { currency: 'USD' }],
  ])('is kept but not believed when it names %s', async (_what, changed) => {
    const order = await placedOrder(products.mug)
    await recordPayment(paid(order, 'evt_1', changed), 'provider')
    expect(await stateOf(order)).toEqual({ state: 'awaiting_payment', events: 'placed payment_in_question' })
    const kept = await row('select outcome from payments.payment_events where event_id = $id', {
      id: 'evt_1',
    })
    expect(kept).toEqual({ outcome: 'quarantined' })
  })

  test('goes back once when it does not fit, however often it is reported, and the order goes on waiting', async () => {
    const order = await placedOrder(products.mug)
    const wrong = paid(order, 'evt_1', { amount: 100 })
    for (const id of ['evt_1', 'evt_1', 'evt_2']) await recordPayment({ ...wrong, eventId: id }, 'provider')
    expect(await rows('select amount, reason from payments.refunds')).toEqual([
      { amount: 100, reason: 'does_not_fit' },
    ])
    expect((await stateOf(order))!.state).toBe('awaiting_payment')
  })

  test('is ignored for an order that does not exist', async () => {
    await recordPayment(paid({ id: 999, total: 1 }, 'evt_1'), 'provider')
    expect(await rows('select 1 from payments.payment_events')).toHaveLength(0)
  })
})

describe('an order whose time to pay has passed', () => {
  const lapsed = -1

  test('expires, gives its goods back, and asks for the basket to be given back', async () => {
    const order = await placedOrder(products.lastLamp, lapsed)
    await expireOrder(order.id)
    expect(await stateOf(order)).toEqual({ state: 'expired', events: 'placed expired' })
    expect(await stockOf(products.lastLamp)).toEqual({ on_hand: 1, held: 0 })
    expect(await rows(`select 1 from ledger.jobs where task = 'order.expired'`)).toHaveLength(1)
  })

  test('is left alone while there is time, and when it is paid', async () => {
    const waiting = await placedOrder(products.mug)
    await expireOrder(waiting.id)
    expect((await stateOf(waiting))!.state).toBe('awaiting_payment')
    const order = await placedOrder(products.mug, lapsed)
    await recordPayment(paid(order, 'evt_1'), 'provider')
    await expireOrder(order.id)
    expect((await stateOf(order))!.state).toBe('paid')
  })

  test('is paid after all when the money comes late and the goods are still there', async () => {
    const order = await placedOrder(products.lastLamp, lapsed)
    await expireOrder(order.id)
    await recordPayment(paid(order, 'evt_1'), 'provider')
    expect(await stateOf(order)).toEqual({ state: 'paid', events: 'placed expired paid' })
    expect(await stockOf(products.lastLamp)).toEqual({ on_hand: 0, held: 0 })
  })

  test('lets go of the goods again when the voucher has been used up since, and the late money goes back', async () => {
    const late = await placedOrder(products.lastLamp, lapsed)
    const use = (orderId: number, state: string) =>
      rows(
        `insert into pricing.voucher_redemptions (promotion_id, order_id, visitor_id, email, amount, state)
         select id, $orderId, gen_random_uuid(), $email, 1, $state from pricing.promotions where code = 'ONCE'`,
        { orderId, state, email: `${orderId}@example.com` },
      )
    await use(late.id, 'held')
    await expireOrder(late.id)
    await use(late.id + 1_000, 'used')
    expect(await recordPayment(paid(late, 'evt_1'), 'provider')).toEqual({ outcome: 'late' })
    expect(await stockOf(products.lastLamp)).toEqual({ on_hand: 1, held: 0 })
    expect(await rows('select amount from payments.refunds')).toEqual([{ amount: 14_900 }])
  })

  test('is refunded once, in full, when the money comes late and the goods are gone', async () => {
    const late = await placedOrder(products.lastLamp, lapsed)
    await expireOrder(late.id)
    const quick = await placedOrder(products.lastLamp)
    await recordPayment(paid(quick, 'evt_1'), 'provider')
    await Promise.all(['evt_2', 'evt_2', 'evt_3'].map((id) => recordPayment(paid(late, id), 'provider')))
    expect(await stateOf(late)).toEqual({ state: 'expired', events: 'placed expired refused_late_payment' })
    expect(await rows('select amount, state from payments.refunds')).toEqual([
      { amount: 14900, state: 'requested' },
    ])
    expect(await stockOf(products.lastLamp)).toEqual({ on_hand: 0, held: 0 })
  })
})

test('what happened to an order cannot be rewritten', async () => {
  await placedOrder(products.mug)
  await expect(rows(`update orders.order_events set kind = 'paid'`)).rejects.toThrow('append-only')
  await expect(rows('delete from orders.order_events')).rejects.toThrow('append-only')
})
