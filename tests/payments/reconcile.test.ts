import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPayment } from '../../src/orders/index.ts'
import { mendDiscrepancy } from '../../src/orders/mend-discrepancy.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import type { Entry } from '../../src/payments/books.ts'
import { compareBooks } from '../../src/payments/compare-books.ts'
import {
  connectStripe,
  openDiscrepancies,
  reconcilePayments,
  requestRefund,
  sendRefund,
} from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { paidFacts, placedOrder } from '../support/orders.ts'
import { paysOn, runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'

const stripe = connectStripe()
let sandbox: Sandbox
let since: Date

beforeAll(async () => {
  sandbox = await runningSandbox()
  sandbox.webhooks.pause()
})
afterAll(() => sandbox.close())
beforeEach(openShop)
// The provider counts in seconds: what the test before has left is not looked at. A timer may be early by a moment.
beforeEach(async () => {
  const next = 1_000 * Math.ceil((Date.now() + 1) / 1_000)
  while (Date.now() < next) await new Promise((resolve) => setTimeout(resolve, next - Date.now()))
  since = new Date()
})

const reconcile = () => reconcilePayments(stripe, since, new Date(Date.now() + 2_000))
const kinds = async () => (await openDiscrepancies()).map(({ kind }) => kind)
const mendAll = async () => {
  for (const { id } of await openDiscrepancies()) await mendDiscrepancy(stripe, id, 'ben@example.com')
}
const stateOf = async (order: { id: number }) =>
  (await row<{ state: string }>('select state from orders.orders where id = $id', { id: order.id }))!.state

/** An order that was paid at the provider, which nobody has told us. */
async function secretlyPaid() {
  const order = await placedOrder(products.mug, 33 * 60)
  await paysOn((await startPayment(stripe, order.id, config.baseUrl))!)
  const [intent] = (await stripe.paymentIntents.list({ limit: 1 })).data
  return { ...order, payment: intent!.id }
}

/** The same, and we know. */
async function paidOrder() {
  const order = await secretlyPaid()
  const session = await row<{ session: string }>(
    'select provider_session as session from payments.payments where order_id = $id',
    { id: order.id },
  )
  await recordPayment(paidFacts(order, { session: session!.session, reference: order.payment }), 'provider')
  return order
}

async function asksForRefund(order: { id: number; payment: string }, amount = 500) {
  await transaction((tx) =>
    requestRefund(tx, {
      orderId: order.id,
      amount,
      currency: 'EUR',
      reference: order.payment,
      reason: 'cancelled',
    }),
  )
  return (await row<{ id: number }>('select max(id) as id from payments.refunds'))!.id
}

describe('comparing with the provider', () => {
  test('finds nothing where both agree', async () => {
    const order = await paidOrder()
    await sendRefund(stripe, await asksForRefund(order))
    expect(await reconcile()).toBe(0)
    expect(await kinds()).toEqual([])
  })

  test('finds a payment that nobody reported, once, and mending it pays the order', async () => {
    const order = await secretlyPaid()
    expect(await reconcile()).toBe(1)
    expect(await reconcile()).toBe(1)
    expect(await openDiscrepancies()).toEqual([
      expect.objectContaining({
        kind: 'payment_missing',
        subject: order.payment,
        orderId: order.id,
        ours: null,
        theirs: { amount: 2400, currency: 'EUR', state: 'captured', orderId: order.id },
      }),
    ])
    await mendAll()
    expect(await stateOf(order)).toBe('paid')
    expect(await reconcile()).toBe(0)
    expect(await rows('select mended_by from payments.discrepancies')).toEqual([
      { mended_by: 'ben@example.com' },
    ])
  })

  test('sends money back that is for an order that is not there', async () => {
    const order = await secretlyPaid()
    await rows('delete from payments.payments')
    await rows('truncate orders.orders cascade')
    await reconcile()
    await mendAll()
    expect(await rows('select order_id, amount, reason, payment_reference from payments.refunds')).toEqual([
      { order_id: order.id, amount: 2400, reason: 'unknown_order', payment_reference: order.payment },
    ])
  })

  test('finds refunds that were made, or failed, without our knowing, and learns of them', async () => {
    const order = await paidOrder()
    await sendRefund(stripe, await asksForRefund(order))
    await stripe.refunds.create({ payment_intent: order.payment, amount: 300 })
    const ours = await row<{ name: string }>('select provider_reference as name from payments.refunds')
    await fetch(`${sandbox.url}/payments/refunds/${ours!.name}/failure`, {
      method: 'POST',
      redirect: 'manual',
    })
    expect(await reconcile()).toBe(2)
    expect((await kinds()).sort()).toEqual(['refund_missing', 'refund_state_differs'])
    await mendAll()
    expect(await rows('select amount, reason, state from payments.refunds order by id')).toEqual([
      { amount: 500, reason: 'cancelled', state: 'failed' },
      { amount: 300, reason: 'made_at_provider', state: 'succeeded' },
    ])
    expect(await reconcile()).toBe(0)
  })

  test('asks again for a refund that the provider never heard of', async () => {
    const id = await asksForRefund(await paidOrder())
    await rows('delete from graphile_worker._private_jobs')
    expect(await reconcile()).toBe(1)
    expect(await kinds()).toEqual(['refund_not_sent'])
    await mendAll()
    expect(await rows(`select 1 from ledger.jobs where task = 'refund.requested'`)).toHaveLength(1)
    expect(await reconcile()).toBe(1)
    await sendRefund(stripe, id)
    expect(await reconcile()).toBe(0)
    expect(await kinds()).toEqual([])
  })

  test.each([
    ['payment_not_there', `update payments.payments set provider_reference = 'pi_gone'`],
    ['payment_differs', 'update payments.payments set captured = 2399'],
    ['refund_not_there', `update payments.refunds set provider_reference = 're_gone'`],
    ['refund_differs', 'update payments.refunds set amount = 499'],
  ])('finds what we alone believe (%s), until somebody has looked at it', async (kind, statement) => {
    await sendRefund(stripe, await asksForRefund(await paidOrder()))
    await rows(statement)
    await reconcile()
    expect(await kinds()).toContain(kind)
    const found = (await openDiscrepancies()).find((each) => each.kind === kind)!
    await mendDiscrepancy(stripe, found.id, 'ben@example.com')
    expect(await mendDiscrepancy(stripe, found.id, 'asha@example.com')).toEqual({ refused: 'mended' })
    await reconcile()
    expect(await kinds()).not.toContain(kind)
  })

  test('forgets what agrees by itself', async () => {
    const order = await secretlyPaid()
    await reconcile()
    const session = await stripe.checkout.sessions.list({ payment_intent: order.payment })
    await recordPayment(
      paidFacts(order, { session: session.data[0]!.id, reference: order.payment }),
      'provider',
    )
    expect(await reconcile()).toBe(0)
    expect(await rows('select mended_by from payments.discrepancies')).toEqual([
      { mended_by: 'reconciliation' },
    ])
  })

  test('reads all pages of the provider’s lists', async () => {
    const order = await paidOrder()
    for (let count = 0; count < 120; count++)
      await stripe.refunds.create({ payment_intent: order.payment, amount: 1 })
    expect(await reconcile()).toBe(120)
    await mendAll()
    expect(await reconcile()).toBe(0)
  })
})

test('two books are told apart exactly where they differ', () => {
  const entry = fc.record({
    amount: fc.integer({ min: 1, max: 9 }),
    currency: fc.constantFrom('EUR', 'USD'),
    state: fc.constantFrom('captured', 'authorised'),
    orderId: fc.constant(1),
  })
  const book = fc.dictionary(fc.constantFrom('pi_1', 'pi_2', 'pi_3', 'pi_4'), entry)
  const none = { refunds: new Map(), unsentRefunds: new Map() }
  fc.assert(
    fc.property(book, book, (ours, theirs) => {
      const mapOf = (entries: typeof ours) => new Map(Object.entries(entries) as [string, Entry][])
      const found = compareBooks(
        { payments: mapOf(ours), ...none },
        { payments: mapOf(theirs), refunds: new Map() },
      )
      const different = ['pi_1', 'pi_2', 'pi_3', 'pi_4'].filter(
        (name) => JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]),
      )
      expect(found.map(({ subject }) => subject).sort()).toEqual(different)
    }),
  )
})
