import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { createDeps } from '../../src/deps.ts'
import { expireOrder } from '../../src/orders/expire-order.ts'
import {
  cancelOrder,
  returnFromPayment,
  startPayment,
  sweepPayments,
  takeMoney,
} from '../../src/orders/index.ts'
import {
  capturePayment,
  connectStripe,
  endPayment,
  getPayment,
  reconcilePayments,
  releaseIntent,
  voidPayment,
} from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { placedOrder } from '../support/orders.ts'
import { paysOn, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { worksOnReports } from '../support/webhooks.ts'

vi.hoisted(() => {
  process.env.PAYMENT_CAPTURE = 'at-dispatch'
})

const stripe = connectStripe()
const stack = new AsyncDisposableStack()
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = stack.adopt(await runningSandbox(), (running) => running.close())
  const server = createApp(createDeps()).listen(config.port, '127.0.0.1')
  stack.defer(() => void server.close().closeAllConnections())
})
afterAll(() => stack.disposeAsync())
beforeEach(async () => {
  sandbox.webhooks.resume()
  await openShop()
})

/** An order whose shopper has confirmed the payment; nobody has told us. */
async function confirmedOrder(product: { sku: string; euros: number } = products.mug, lapsed = false) {
  const order = await placedOrder(product, 33 * 60)
  await paysOn((await startPayment(stripe, order.id, config.baseUrl))!)
  if (lapsed)
    await rows(`update orders.orders set held_until = now() - interval '1 second' where id = $id`, {
      id: order.id,
    })
  const { session } = await getPayment(order.id)
  return { ...order, session: session! }
}

/** The same, and we know. */
async function authorisedOrder() {
  const order = await confirmedOrder()
  await returnFromPayment(stripe, order.session)
  const { reference } = await getPayment(order.id)
  return { ...order, reference: reference! }
}

const stateOf = async (order: { id: number }) => {
  const { state, captured } = await getPayment(order.id)
  const kept = await row<{ state: string }>('select state from orders.orders where id = $id', {
    id: order.id,
  })
  return { order: kept!.state, payment: state, captured }
}
const intentOf = (order: { reference: string }) => stripe.paymentIntents.retrieve(order.reference)
const broken = async () => {
  const checked = await transaction((tx) => findBreaches(invariants, tx))
  return checked.filter((each) => each.broken.length > 0)
}

/** Waits for the provider's report about one payment or page, and works on all that have come. */
async function heard(type: string, about: string) {
  await until(`${type} has come`, () =>
    row(
      'select 1 as found from payments.webhook_events where type = $type and position($about in body) > 0',
      {
        type,
        about,
      },
    ),
  )
  await worksOnReports()
}

describe('while money is taken when goods leave the house', () => {
  test('an order is paid as soon as the card holds the money ready, and nothing is taken', async () => {
    const order = await authorisedOrder()
    expect(await stateOf(order)).toEqual({ order: 'paid', payment: 'authorised', captured: 0 })
    expect((await intentOf(order)).status).toBe('requires_capture')
    await heard('checkout.session.completed', order.reference)
    await heard('payment_intent.amount_capturable_updated', order.reference)
    expect(
      await rows(`select kind from orders.order_events where order_id = $id`, { id: order.id }),
    ).toHaveLength(2)
    expect(await broken()).toEqual([])
  })

  test('the provider’s report alone is enough, and so is the sweeper', async () => {
    const reported = await confirmedOrder()
    await heard('checkout.session.completed', reported.session)
    expect(await stateOf(reported)).toMatchObject({ order: 'paid', payment: 'authorised' })
    sandbox.webhooks.pause()
    const swept = await confirmedOrder(products.bowl, true)
    await sweepPayments(stripe)
    expect(await stateOf(swept)).toMatchObject({ order: 'paid', payment: 'authorised' })
  })

  test.each([
    ['all of it', undefined, 2400],
    ['a part of it', 1900, 1900],
  ])('%s is taken once, however often it is asked for', async (_what, amount, taken) => {
    const order = await authorisedOrder()
    const asked = await Promise.all([1, 2, 3].map(() => capturePayment(order.id, amount, 'dispatch')))
    expect(asked).toEqual(Array(3).fill({ amount: taken }))
    expect(await rows(`select 1 from ledger.jobs where task = 'payment.end_wanted'`)).toHaveLength(1)
    await Promise.all([1, 2].map(() => endPayment(stripe, order.id)))
    expect(await stateOf(order)).toEqual({ order: 'paid', payment: 'captured', captured: taken })
    expect(await intentOf(order)).toMatchObject({ status: 'succeeded', amount_received: taken })
    await heard('payment_intent.succeeded', order.reference)
    await returnFromPayment(stripe, order.session)
    expect(await stateOf(order)).toEqual({ order: 'paid', payment: 'captured', captured: taken })
    expect(await capturePayment(order.id, amount, 'dispatch')).toEqual({ refused: 'not-authorised' })
    expect(await broken()).toEqual([])
  })

  test('no more is taken than the card holds ready, and what was said first counts', async () => {
    const order = await authorisedOrder()
    expect(await capturePayment(order.id, 2401, 'dispatch')).toEqual({ refused: 'too-much' })
    expect(await capturePayment(order.id, 0, 'dispatch')).toEqual({ refused: 'too-much' })
    expect(await capturePayment(order.id, 1000, 'dispatch')).toEqual({ amount: 1000 })
    expect(await capturePayment(order.id, 2000, 'dispatch')).toEqual({ amount: 1000 })
    expect(await voidPayment(order.id, 'ben@example.com')).toEqual({ refused: 'to-be-captured' })
  })

  test('it is let go once, and cannot be taken any more', async () => {
    const order = await authorisedOrder()
    for (let times = 0; times < 2; times++) await voidPayment(order.id, 'ben@example.com')
    expect(await capturePayment(order.id, undefined, 'dispatch')).toEqual({ refused: 'to-be-voided' })
    await endPayment(stripe, order.id)
    await heard('payment_intent.canceled', order.reference)
    expect((await stateOf(order)).payment).toBe('voided')
    expect((await intentOf(order)).status).toBe('canceled')
    expect(await rows(`select 1 from ledger.jobs where task = 'payment.lost'`)).toEqual([])
  })

  test('an answer that was lost is not asked for again: what the provider says counts', async () => {
    const order = await authorisedOrder()
    sandbox.webhooks.pause()
    await capturePayment(order.id, 1900, 'dispatch')
    await stripe.paymentIntents.capture(order.reference, { amount_to_capture: 1900 })
    await endPayment(stripe, order.id)
    expect(await stateOf(order)).toMatchObject({ payment: 'captured', captured: 1900 })
  })

  test('money that was taken in the provider’s dashboard is known', async () => {
    const order = await authorisedOrder()
    await stripe.paymentIntents.capture(order.reference)
    await heard('payment_intent.succeeded', order.reference)
    expect(await stateOf(order)).toMatchObject({ payment: 'captured', captured: 2400 })
    await reconcilePayments(stripe, new Date(Date.now() - 60_000), new Date(Date.now() + 2_000))
    expect(
      await rows('select kind from payments.discrepancies where subject = $reference', {
        reference: order.reference,
      }),
    ).toEqual([])
  })

  test('money that is gone before it was taken alarms staff', async () => {
    const order = await authorisedOrder()
    await stripe.paymentIntents.cancel(order.reference)
    await heard('payment_intent.canceled', order.reference)
    expect((await stateOf(order)).payment).toBe('voided')
    expect(await rows(`select 1 from ledger.jobs where task = 'payment.lost'`)).toHaveLength(1)
    expect((await broken()).map(({ name }) => name)).toEqual(['paid-orders-have-money'])
  })

  test('the first parcel takes what is still to be sent, and what was given up goes free', async () => {
    const order = await authorisedOrder()
    await rows(
      'update orders.order_lines set quantity = 2, unit_price = 1200, cancelled = 1 where order_id = $id',
      {
        id: order.id,
      },
    )
    for (let parcels = 0; parcels < 2; parcels++) await takeMoney({ orderId: order.id })
    await endPayment(stripe, order.id)
    expect(await stateOf(order)).toMatchObject({ payment: 'captured', captured: 1200 })
  })

  test('an order that is cancelled before lets all of it go, and nothing is refunded', async () => {
    const order = await authorisedOrder()
    await cancelOrder(order.id, 'shopper')
    await voidPayment(order.id, 'cancellation')
    await endPayment(stripe, order.id)
    expect(await stateOf(order)).toEqual({ order: 'cancelled', payment: 'voided', captured: 0 })
    expect(await rows('select 1 from payments.refunds')).toEqual([])
    expect(await broken()).toEqual([])
  })

  test('money that is held ready too late is let go, and nobody is alarmed', async () => {
    const late = await confirmedOrder(products.lastLamp, true)
    await expireOrder(late.id)
    await rows('update inventory.stock_levels set on_hand = 0 where on_hand = 1')
    await returnFromPayment(stripe, late.session)
    expect((await stateOf(late)).order).toBe('expired')
    const { reference } = await getPayment(late.id)
    await releaseIntent(stripe, reference!)
    expect((await stateOf(late)).payment).toBe('voided')
    expect(
      await rows(`select task from ledger.jobs where task in ('payment.lost', 'refund.requested')`),
    ).toEqual([])
    expect((await intentOf({ reference: reference! })).status).toBe('canceled')
  })
})
