import { load } from 'cheerio'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { orderView, startPayment } from '../../src/orders/index.ts'
import { connectStripe, requestRefund, sendRefund } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { placedOrder } from '../support/orders.ts'
import { paysOn, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { deliver, eventOf, fateOf, pagePaid, signed, worksOnReports } from '../support/webhooks.ts'

// The shop listens where the sandbox sends its webhooks; what the worker would do is done here, step by step.
const stripe = connectStripe()
let sandbox: Sandbox
const stack = new AsyncDisposableStack()

beforeAll(async () => {
  sandbox = stack.adopt(await runningSandbox(), (running) => running.close())
  const server = createApp(createDeps()).listen(config.port, '127.0.0.1')
  stack.defer(() => void server.close().closeAllConnections())
})
afterAll(() => stack.disposeAsync())
beforeEach(openShop)

/** An order that was paid on the provider's page, and whose payment we know. */
async function paidOrder() {
  const order = await placedOrder(products.mug, 33 * 60)
  await paysOn((await startPayment(stripe, order.id, config.baseUrl))!)
  await heard('checkout.session.completed')
  const payment = await row<{ reference: string }>(
    'select provider_reference as reference from payments.payments where order_id = $id',
    { id: order.id },
  )
  return { ...order, payment: payment!.reference }
}

/** Waits for an event of this type to have come, and works on all. */
async function heard(type: string, times = 1): Promise<void> {
  await until(`${type} has come`, async () => {
    const found = await rows('select 1 from payments.webhook_events where type = $type', { type })
    return found.length >= times
  })
  await worksOnReports()
}

/** Presses a button of a payment on the sandbox's page, as staff, a bank or a cardholder would. */
async function presses(label: string, fields: Record<string, string> = {}): Promise<void> {
  const page = `${sandbox.url}/payments`
  const $ = load(await (await fetch(page)).text())
  const button = $('button')
    .filter((_index, element) => $(element).text().trim() === label)
    .first()
  const form = button.closest('form')
  const values = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const name = button.attr('name')
  const body = new URLSearchParams({ ...values, ...(name && { [name]: button.attr('value')! }), ...fields })
  const answer = await fetch(new URL(form.attr('action')!, page), {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
}

const refunds = () =>
  rows('select amount, reason, state, payment_reference from payments.refunds order by amount desc')
const told = (event: string) => rows(`select 1 from ledger.jobs where task = $event`, { event })

async function asksFor(order: { id: number; payment: string }, amount: number, reason = 'cancelled') {
  await transaction((tx) =>
    requestRefund(tx, { orderId: order.id, amount, currency: 'EUR', reference: order.payment, reason }),
  )
  const asked = await row<{ id: number }>('select max(id) as id from payments.refunds')
  return asked!.id
}

describe('a refund', () => {
  test('made in the dashboard of the provider is kept as one of ours, each once', async () => {
    const order = await paidOrder()
    await presses('Refund in the dashboard', { amount: '500' })
    await presses('Refund in the dashboard', { amount: '300' })
    await heard('charge.refunded', 2)
    await heard('refund.updated', 2)
    const made = { reason: 'made_at_provider', state: 'succeeded', payment_reference: order.payment }
    expect(await refunds()).toEqual([
      { amount: 500, ...made },
      { amount: 300, ...made },
    ])
    expect(await told('refund.succeeded')).toHaveLength(2)
  })

  test('of ours is known by its name, also when the answer to our asking was lost', async () => {
    const order = await paidOrder()
    const id = await asksFor(order, 700)
    await stripe.refunds.create(
      { payment_intent: order.payment, amount: 700 },
      { idempotencyKey: `refund-${id}` },
    )
    await heard('charge.refunded')
    await heard('refund.updated')
    expect(await refunds()).toMatchObject([{ amount: 700, reason: 'cancelled', state: 'succeeded' }])
    await sendRefund(stripe, id)
    expect(await told('refund.succeeded')).toHaveLength(1)
    expect((await stripe.refunds.list({ payment_intent: order.payment })).data).toHaveLength(1)
  })

  test('that fails later at the bank is failed, and a report of before does not undo that', async () => {
    const order = await paidOrder()
    await sendRefund(stripe, await asksFor(order, 700))
    await heard('refund.updated')
    await presses('Let it fail at the bank')
    await heard('refund.failed')
    expect(await refunds()).toMatchObject([{ state: 'failed' }])
    expect(await told('refund.failed')).toHaveLength(1)
    await rows(
      `update payments.webhook_events set handled_at = null, outcome = null where type = 'refund.created'`,
    )
    await worksOnReports()
    expect(await refunds()).toMatchObject([{ state: 'failed' }])
  })

  test('of a payment that is not known yet waits for it, and is set aside when it never comes', async () => {
    const order = await placedOrder(products.mug)
    const early = eventOf('refund.updated', {
      id: 're_early',
      object: 'refund',
      amount: 100,
      currency: 'eur',
      payment_intent: `pi_${order.id}`,
      status: 'succeeded',
    })
    await deliver(config.baseUrl, signed(early))
    expect(await worksOnReports()).toEqual([early.id])
    await deliver(config.baseUrl, signed(pagePaid(order)))
    await worksOnReports()
    await worksOnReports()
    expect(await refunds()).toMatchObject([{ amount: 100, reason: 'made_at_provider' }])
    const never = eventOf('refund.updated', {
      ...early.data.object,
      id: 're_never',
      payment_intent: 'pi_never',
    })
    await deliver(config.baseUrl, signed(never))
    await rows(`update payments.webhook_events set received_at = now() - interval '81 seconds'`)
    await worksOnReports()
    expect(await fateOf(never)).toEqual({ outcome: 'quarantined', reason: 'unknown_payment' })
  })
})

describe('a dispute', () => {
  const disputes = () => rows('select order_id, amount, state, reason from payments.disputes')
  const notes = async (order: { id: number }) =>
    (
      await rows<{ details: { state: string } }>(
        `select details from orders.order_events where order_id = $id and kind = 'disputed' order by id`,
        { id: order.id },
      )
    ).map(({ details }) => details.state)

  test.each([
    ['The shop wins', 'won'],
    ['The shop loses', 'lost'],
  ])(
    'is kept from its opening to the end (%s), and noted on the order for staff alone',
    async (button, state) => {
      const order = await paidOrder()
      await presses('Dispute at the bank')
      await heard('charge.dispute.created')
      expect(await disputes()).toEqual([
        { order_id: order.id, amount: 2400, state: 'needs_response', reason: 'fraudulent' },
      ])
      await presses(button)
      await heard('charge.dispute.closed')
      expect(await disputes()).toMatchObject([{ state }])
      expect(await notes(order)).toEqual(['needs_response', state])
      const kinds = (await orderView(order.id)).timeline.map(({ kind }) => kind)
      expect(kinds).toEqual(['placed', 'paid'])
    },
  )

  test('is told of once, in whichever order its reports come and however often', async () => {
    const order = await placedOrder(products.mug)
    await deliver(config.baseUrl, signed(pagePaid(order)))
    const dispute = { id: 'du_1', object: 'dispute', amount: 2400, currency: 'eur', reason: 'fraudulent' }
    const at = (type: string, status: string, created: number) =>
      eventOf(
        `charge.dispute.${type}`,
        { ...dispute, status, payment_intent: `pi_${order.id}`, charge: 'ch_1' },
        { created },
      )
    const closed = at('closed', 'lost', 300)
    for (const event of [
      at('updated', 'under_review', 200),
      closed,
      closed,
      at('created', 'needs_response', 100),
    ])
      await deliver(config.baseUrl, signed(event))
    await worksOnReports()
    expect(await disputes()).toMatchObject([{ state: 'lost' }])
    expect(await notes(order)).toEqual(['under_review', 'lost'])
    expect(await rows('select 1 from payments.dispute_events')).toHaveLength(3)
  })

  test('about a payment that nobody knows is kept and set aside', async () => {
    const event = eventOf('charge.dispute.created', {
      id: 'du_2',
      amount: 100,
      currency: 'eur',
      reason: 'general',
      status: 'needs_response',
      payment_intent: 'pi_unknown',
      charge: 'ch_2',
    })
    await deliver(config.baseUrl, signed(event))
    await worksOnReports()
    expect(await disputes()).toMatchObject([{ order_id: null, state: 'needs_response' }])
    expect(await fateOf(event)).toEqual({ outcome: 'quarantined', reason: 'unknown_payment' })
  })
})
