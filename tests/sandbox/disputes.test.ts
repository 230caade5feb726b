import { load } from 'cheerio'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goodCard, openSandbox, post, twoMugs } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeEach(async () => {
  here = await openSandbox()
})
afterEach(() => here.close())

async function pay() {
  const session = await here.stripe.checkout.sessions.create(twoMugs)
  await post(session.url, goodCard)
  const { payment_intent } = await here.stripe.checkout.sessions.retrieve(session.id)
  return String(payment_intent)
}

const page = async () => load(await (await fetch(`${here.sandbox.url}/payments`)).text())

async function presses(label: string) {
  const $ = await page()
  const button = $('button').filter((_index, element) => $(element).text().trim() === label)
  const form = button.closest('form')
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const name = button.attr('name')
  const pressed: Record<string, string> = name ? { [name]: button.attr('value')! } : {}
  return post(`${here.sandbox.url}${form.attr('action')}`, { ...fields, ...pressed })
}

test('a cardholder disputes a payment, and the bank decides: the shop hears of both', async () => {
  const payment = await pay()
  expect((await presses('Dispute at the bank')).status).toBe(303)
  const [opened] = await here.shop.hears('charge.dispute.created')
  expect(opened?.event.data.object).toMatchObject({
    object: 'dispute',
    amount: 4800,
    currency: 'eur',
    payment_intent: payment,
    status: 'needs_response',
  })
  expect((await here.stripe.disputes.list({ payment_intent: payment })).data).toHaveLength(1)
  await presses('The shop wins')
  const [closed] = await here.shop.hears('charge.dispute.closed')
  expect(closed?.event.data.object).toMatchObject({ status: 'won' })
  expect((await page())('button').text()).not.toContain('The shop wins')
})

test('the shop gives in to a dispute, once', async () => {
  await pay()
  await presses('Dispute at the bank')
  const [dispute] = (await here.stripe.disputes.list()).data
  expect(await here.stripe.disputes.close(dispute!.id)).toMatchObject({ status: 'lost' })
  await expect(here.stripe.disputes.close(dispute!.id)).rejects.toThrow('This dispute is lost')
})

test('a refund is made in the dashboard, and fails at the bank: the money is the shop’s again', async () => {
  const payment = await pay()
  await presses('Refund in the dashboard')
  const [made] = await here.shop.hears('charge.refunded')
  expect(made?.event).toMatchObject({
    request: { idempotency_key: null },
    data: { object: { amount_refunded: 4800 } },
  })
  expect((await page()).root().text()).toContain('Refund of €48.00, succeeded')
  await presses('Let it fail at the bank')
  const [failed] = await here.shop.hears('refund.failed')
  expect(failed?.event.data.object).toMatchObject({ status: 'failed', payment_intent: payment })
  expect(await here.stripe.refunds.create({ payment_intent: payment })).toMatchObject({ amount: 4800 })
})
