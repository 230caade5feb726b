import { once } from 'node:events'
import { request } from 'node:http'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, goodCard, openSandbox, post, secretKey, twoMugs } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeAll(async () => {
  here = await openSandbox()
})
afterAll(() => here.close())

async function paidSession(extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const session = await here.stripe.checkout.sessions.create({ ...twoMugs, ...extra })
  await post(session.url, goodCard)
  return here.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] })
}

function paymentOf(session: Stripe.Checkout.Session) {
  return session.payment_intent as Stripe.PaymentIntent & { latest_charge: Stripe.Charge }
}

describe('a checkout session', () => {
  test('is open, unpaid and worth its lines', async () => {
    const session = await here.stripe.checkout.sessions.create({ ...twoMugs, metadata: { order: 'W-1001' } })
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 4800,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      livemode: false,
      client_reference_id: 'W-1001',
      metadata: { order: 'W-1001' },
    })
    expect(session.id).toMatch(/^cs_test_\w{58}$/)
    expect(session.url).toBe(`${here.sandbox.url}/pay/${session.id}`)
    expect(session.expires_at - session.created).toBe(24 * 3600)
    expect(session.lastResponse.requestId).toMatch(/^req_\w+$/)
  })

  test('counts yen without decimals', async () => {
    const { amount_total } = await here.stripe.checkout.sessions.create({
      ...twoMugs,
      line_items: [
        { quantity: 3, price_data: { currency: 'jpy', unit_amount: 1200, product_data: { name: 'Mug' } } },
      ],
    })
    expect(amount_total).toBe(3600)
  })

  test('shows its lines only to whom asks for them', async () => {
    const { id } = await here.stripe.checkout.sessions.create(twoMugs)
    expect(await here.stripe.checkout.sessions.retrieve(id)).not.toHaveProperty('line_items')
    const { line_items } = await here.stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] })
    expect(line_items?.data).toMatchObject([{ description: 'Oat mug', quantity: 2, amount_total: 4800 }])
    const listed = await here.stripe.checkout.sessions.listLineItems(id)
    expect(listed.data).toEqual(line_items?.data)
  })

  test('is expired once, and never after it was paid', async () => {
    const open = await here.stripe.checkout.sessions.create(twoMugs)
    expect(await here.stripe.checkout.sessions.expire(open.id)).toMatchObject({
      status: 'expired',
      url: null,
    })
    const paid = await paidSession()
    for (const { id } of [open, paid]) {
      await expect(here.stripe.checkout.sessions.expire(id)).rejects.toThrow(/Only an open Checkout Session/)
    }
  })

  test('is found by its payment, and lists are paged newest first', async () => {
    const paid = await paidSession()
    const found = await here.stripe.checkout.sessions.list({ payment_intent: paymentOf(paid).id })
    expect(found.data.map(({ id }) => id)).toEqual([paid.id])

    const older = await here.stripe.checkout.sessions.create(twoMugs)
    const newer = await here.stripe.checkout.sessions.create(twoMugs)
    const first = await here.stripe.checkout.sessions.list({ limit: 1 })
    expect(first).toMatchObject({ object: 'list', has_more: true, data: [{ id: newer.id }] })
    const next = await here.stripe.checkout.sessions.list({ limit: 1, starting_after: newer.id })
    expect(next.data[0]?.id).toBe(older.id)
    const back = await here.stripe.checkout.sessions.list({ limit: 1, ending_before: older.id })
    expect(back.data[0]?.id).toBe(newer.id)
  })

  test('walks through all pages without missing or repeating one', async () => {
    const made = new Set<string>()
    for (let count = 0; count < 5; count++) made.add((await here.stripe.checkout.sessions.create(twoMugs)).id)
    const walked: string[] = []
    for await (const { id } of here.stripe.checkout.sessions.list({ limit: 2 })) walked.push(id)
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked.filter((id) => made.has(id))).toEqual([...made].reverse())
  })
})

describe('a request that is wrong', () => {
  const wrong: [string, Partial<Stripe.Checkout.SessionCreateParams>, object][] = [
    ['lapses too soon', { expires_at: Math.floor(Date.now() / 1000) + 1700 }, { param: 'expires_at' }],
    ['lapses too late', { expires_at: Math.floor(Date.now() / 1000) + 90_000 }, { param: 'expires_at' }],
    ['leads nowhere', { success_url: 'not an address' }, { param: 'success_url', code: 'url_invalid' }],
    ['has no lines', { line_items: [] }, { param: 'line_items', code: 'parameter_missing' }],
    [
      'buys half a mug',
      { line_items: [{ ...twoMugs.line_items?.[0], quantity: 0.5 }] },
      { param: 'line_items[0][quantity]', code: 'parameter_invalid_integer' },
    ],
    [
      'is worth less than the provider charges',
      {
        line_items: [
          { quantity: 1, price_data: { currency: 'eur', unit_amount: 49, product_data: { name: 'Bead' } } },
        ],
      },
      { code: 'amount_too_small' },
    ],
    [
      'mixes currencies',
      {
        line_items: [
          ...(twoMugs.line_items ?? []),
          { quantity: 1, price_data: { currency: 'usd', unit_amount: 490, product_data: { name: 'Bead' } } },
        ],
      },
      { param: 'line_items' },
    ],
  ]

  test.each(wrong)('%s: is refused by name', async (_name, extra, refusal) => {
    const made = here.stripe.checkout.sessions.create({ ...twoMugs, ...extra })
    const error = await made.catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    expect(error).toMatchObject({ statusCode: 400, ...refusal })
  })

  test('has an unknown parameter: it is refused by name', async () => {
    const mistyped = { ...twoMugs, client_refrence_id: 'W-1' }
    const error = await here.stripe.checkout.sessions.create(mistyped).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'parameter_unknown', param: 'client_refrence_id' })
  })

  test('asks for what is not there', async () => {
    const error = await here.stripe.paymentIntents.retrieve('pi_none').catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'intent' })
    expect(error.requestId).toMatch(/^req_/)
    const unknown = await here.stripe.customers.list().catch((thrown) => thrown)
    expect(unknown).toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' })
  })

  test('shows a wrong key, or none', async () => {
    const stranger = clientOf(here.sandbox.url, 'sk_test_of_a_stranger')
    await expect(stranger.events.list()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
    expect((await fetch(`${here.sandbox.url}/v1/events`)).status).toBe(401)
  })
})

describe('an idempotency key', () => {
  test('gives the same answer again, without doing it again', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    const first = await here.stripe.checkout.sessions.create(twoMugs, key)
    const again = await here.stripe.checkout.sessions.create(twoMugs, key)
    expect(again).toEqual(first)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed')
  })

  test('is still known after a restart', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    const { id } = await here.stripe.checkout.sessions.create(twoMugs, key)
    await here.restart()
    expect((await here.stripe.checkout.sessions.create(twoMugs, key)).id).toBe(id)
  })

  test('refuses another request', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    await here.stripe.checkout.sessions.create(twoMugs, key)
    const other = here.stripe.checkout.sessions.create({ ...twoMugs, client_reference_id: 'W-1002' }, key)
    await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  })

  test('is free again after parameters that were wrong', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    await expect(here.stripe.checkout.sessions.create({ ...twoMugs, success_url: '' }, key)).rejects.toThrow()
    await expect(here.stripe.checkout.sessions.create(twoMugs, key)).resolves.toHaveProperty('status', 'open')
  })

  test('keeps a refusal that the state called for', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    const payment = paymentOf(await paidSession())
    const cancel = () => here.stripe.paymentIntents.cancel(payment.id, {}, key)
    const first = await cancel().catch((thrown) => thrown)
    const again = await cancel().catch((thrown) => thrown)
    expect(first).toMatchObject({ code: 'payment_intent_unexpected_state' })
    expect(again).toMatchObject({ code: 'payment_intent_unexpected_state', message: first.message })
    expect(again.headers['idempotent-replayed']).toBe('true')
  })

  test('is refused while its twin is still being answered', async () => {
    const idempotencyKey = crypto.randomUUID()
    const body = 'mode=payment'
    const slow = request(`${here.sandbox.url}/v1/checkout/sessions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secretKey}`,
        'idempotency-key': idempotencyKey,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        expect: '100-continue',
      },
    })
    slow.flushHeaders()
    await once(slow, 'continue')
    const twin = await here.stripe.checkout.sessions
      .create(twoMugs, { idempotencyKey })
      .catch((thrown) => thrown)
    expect(twin).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })

    slow.end(body)
    const [answer] = await once(slow, 'response')
    expect(answer.statusCode).toBe(400)
    answer.resume()
    await once(answer, 'end')
    await expect(here.stripe.checkout.sessions.create(twoMugs, { idempotencyKey })).resolves.toBeTruthy()
  })
})

describe('a refund', () => {
  test('gives back a part, then the rest, then no more', async () => {
    const payment = paymentOf(await paidSession())
    const part = await here.stripe.refunds.create({
      payment_intent: payment.id,
      amount: 1800,
      metadata: { line: '1' },
    })
    expect(part).toMatchObject({
      object: 'refund',
      amount: 1800,
      status: 'succeeded',
      charge: payment.latest_charge.id,
    })

    const tooMuch = here.stripe.refunds.create({ payment_intent: payment.id, amount: 3001 })
    await expect(tooMuch).rejects.toMatchObject({ type: 'StripeInvalidRequestError', param: 'amount' })

    expect((await here.stripe.refunds.create({ payment_intent: payment.id })).amount).toBe(3000)
    const charge = await here.stripe.charges.retrieve(payment.latest_charge.id)
    expect(charge).toMatchObject({ amount_captured: 4800, amount_refunded: 4800, refunded: true })
    const noMore = here.stripe.refunds.create({ payment_intent: payment.id })
    await expect(noMore).rejects.toMatchObject({ code: 'charge_already_refunded' })

    const listed = await here.stripe.refunds.list({ payment_intent: payment.id })
    expect(listed.data.map(({ amount }) => amount)).toEqual([3000, 1800])
    expect((await here.stripe.refunds.retrieve(part.id)).metadata).toEqual({ line: '1' })
  })

  test('asked for ten times at once under one key is made once', async () => {
    const payment = paymentOf(await paidSession())
    const stripe = new Stripe(secretKey, {
      host: '127.0.0.1',
      port: new URL(here.sandbox.url).port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 5,
    })
    const ask = () =>
      stripe.refunds.create(
        { payment_intent: payment.id, amount: 100 },
        { idempotencyKey: `refund ${payment.id}` },
      )
    const refunds = await Promise.all(Array.from({ length: 10 }, ask))
    expect(new Set(refunds.map(({ id }) => id)).size).toBe(1)
    expect((await here.stripe.refunds.list({ payment_intent: payment.id })).data).toHaveLength(1)
  })

  test('needs a payment that took money', async () => {
    const session = await here.stripe.checkout.sessions.create(twoMugs)
    await post(session.url, { ...goodCard, cardNumber: '4000000000000002' })
    const { payment_intent } = await here.stripe.checkout.sessions.retrieve(session.id)
    const refund = here.stripe.refunds.create({ payment_intent: String(payment_intent) })
    await expect(refund).rejects.toThrow(/does not have a successful charge/)
  })
})

describe('money that is captured later', () => {
  const later = { payment_intent_data: { capture_method: 'manual', metadata: { order: 'W-7' } } } as const

  test('waits, then is taken in part', async () => {
    const session = await paidSession(later)
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
    const payment = paymentOf(session)
    expect(payment).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 4800,
      amount_received: 0,
      metadata: { order: 'W-7' },
    })
    const captured = await here.stripe.paymentIntents.capture(payment.id, { amount_to_capture: 2400 })
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 2400, amount_capturable: 0 })
    expect((await here.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
    const tooMuch = here.stripe.refunds.create({ payment_intent: payment.id, amount: 2401 })
    await expect(tooMuch).rejects.toMatchObject({ param: 'amount' })
  })

  test('goes free when the payment is cancelled, and cannot be taken any more', async () => {
    const payment = paymentOf(await paidSession(later))
    const cancelled = await here.stripe.paymentIntents.cancel(payment.id, {
      cancellation_reason: 'abandoned',
    })
    expect(cancelled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      amount_received: 0,
    })
    const capture = here.stripe.paymentIntents.capture(payment.id)
    await expect(capture).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' })
  })
})

test('events can be asked for by type and time', async () => {
  const before = Math.floor(Date.now() / 1000)
  const paid = await paidSession()
  const events = await here.stripe.events.list({
    type: 'checkout.session.completed',
    created: { gte: before },
  })
  const event = events.data.find(({ data }) => (data.object as Stripe.Checkout.Session).id === paid.id)
  expect(event).toMatchObject({ object: 'event', api_version: Stripe.API_VERSION, livemode: false })
  expect((await here.stripe.events.retrieve(event?.id ?? '')).id).toBe(event?.id)
})
