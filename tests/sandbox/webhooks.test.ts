import { load } from 'cheerio'
import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goodCard, openSandbox, post, twoMugs, webhookSecret } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeEach(async () => {
  here = await openSandbox()
})
afterEach(() => here.close())

async function pay() {
  const session = await here.stripe.checkout.sessions.create(twoMugs)
  await post(session.url, goodCard)
  return session
}

test('the shop hears of a payment in words that only the provider could have signed', async () => {
  const { id } = await pay()
  const [webhook] = await here.shop.hears('checkout.session.completed')
  const event = Stripe.webhooks.constructEvent(webhook!.body, webhook!.signature, webhookSecret)
  expect(event).toMatchObject({
    type: 'checkout.session.completed',
    data: { object: { id, payment_status: 'paid' } },
  })
  const forged = webhook!.body.toString().replace('"amount_total":4800', '"amount_total":1')
  expect(() => Stripe.webhooks.constructEvent(forged, webhook!.signature, webhookSecret)).toThrow()
  await here.shop.hears('payment_intent.created')
  await here.shop.hears('charge.succeeded')
  await here.shop.hears('payment_intent.succeeded')
})

test('the shop hears of declined cards and of money given back', async () => {
  const session = await here.stripe.checkout.sessions.create(twoMugs)
  await post(session.url, { ...goodCard, cardNumber: '4000 0000 0000 0002' })
  const [failed] = await here.shop.hears('payment_intent.payment_failed')
  expect(failed?.event.data.object).toMatchObject({ status: 'requires_payment_method' })

  const { id } = await pay()
  const { payment_intent } = await here.stripe.checkout.sessions.retrieve(id)
  await here.stripe.refunds.create(
    { payment_intent: String(payment_intent), amount: 100 },
    { idempotencyKey: 'r-1' },
  )
  const [refunded] = await here.shop.hears('charge.refunded')
  expect(refunded?.event).toMatchObject({
    data: { object: { amount_refunded: 100, refunded: false, payment_intent } },
    request: { idempotency_key: 'r-1' },
  })
  await here.shop.hears('refund.created')
  await here.shop.hears('refund.updated')
})

test('the shop hears of a session that lapsed by itself', async () => {
  const inHalfAnHour = Math.floor(Date.now() / 1000) + 1860
  const { id } = await here.stripe.checkout.sessions.create({ ...twoMugs, expires_at: inHalfAnHour })
  here.passTime(1_860_000)
  const [expired] = await here.shop.hears('checkout.session.expired')
  expect(expired?.event.data.object).toMatchObject({ id, status: 'expired' })
})

test('a webhook that the shop fails to take comes again, the same event, until it is taken', async () => {
  here.sandbox.webhooks.pause()
  const session = await here.stripe.checkout.sessions.create(twoMugs)
  await here.stripe.checkout.sessions.expire(session.id)
  here.shop.answersWith(500, 302)
  const begun = Date.now()
  here.sandbox.webhooks.resume()
  const attempts = await here.shop.hears('checkout.session.expired', 3)
  expect(Date.now() - begun).toBeGreaterThan(2900)
  expect(new Set(attempts.map(({ event }) => event.id)).size).toBe(1)
  await expect
    .poll(async () => (await here.stripe.events.retrieve(attempts[0]!.event.id)).pending_webhooks)
    .toBe(0)
})

test('what was not delivered survives a restart', async () => {
  here.sandbox.webhooks.pause()
  const { id } = await pay()
  await here.restart()
  const [completed] = await here.shop.hears('checkout.session.completed')
  expect(completed?.event.data.object).toMatchObject({ id })
})

test('a webhook can be delivered again by hand, even while the others are held back', async () => {
  await pay()
  const [first] = await here.shop.hears('checkout.session.completed')
  here.sandbox.webhooks.pause()
  expect(await here.sandbox.webhooks.deliverAgain(first!.event.id)).toBe(200)
  expect(await here.shop.hears('checkout.session.completed', 2)).toHaveLength(2)
  await expect(here.sandbox.webhooks.deliverAgain('evt_none')).rejects.toThrow(/No such event/)
})

test('the payments page lists a payment and its webhooks, and delivers one again', async () => {
  const { id } = await pay()
  const [completed] = await here.shop.hears('checkout.session.completed')
  await expect
    .poll(async () => (await here.stripe.events.retrieve(completed!.event.id)).pending_webhooks)
    .toBe(0)
  const $ = load(await (await fetch(`${here.sandbox.url}/payments`)).text())
  const payment = $(`article[aria-labelledby="${id}"]`)
  expect(payment.text()).toContain('€48.00')
  expect(payment.text()).toContain('complete, paid')
  expect(payment.find(`#${completed?.event.id}`).text()).toMatch(
    /checkout.session.completed\s+Delivered .* \(1 attempt, the last one: 200\)/,
  )
  const form = payment.find(`#${completed?.event.id} form`).attr('action')
  expect((await post(`${here.sandbox.url}${form}`, {})).status).toBe(303)
  await here.shop.hears('checkout.session.completed', 2)
})

test("a form of another site's page is refused", async () => {
  await pay()
  const [completed] = await here.shop.hears('checkout.session.completed')
  const answer = await fetch(`${here.sandbox.url}/payments/deliveries/${completed?.event.id}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})
