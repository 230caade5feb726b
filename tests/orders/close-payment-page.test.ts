import { load } from 'cheerio'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelOrder, closePaymentPage, startPayment } from '../../src/orders/index.ts'
import { connectStripe, getPayment } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { placed, refundsOf, stateOf, stockOf } from '../support/bought.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'

const stripe = connectStripe()
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await runningSandbox()
  sandbox.webhooks.pause()
})
afterAll(() => sandbox.close())
beforeEach(openShop)

/** Pays on the provider's page; gives what that answers. */
async function paysOn(page: string): Promise<number> {
  const $ = load(await (await fetch(page)).text())
  const form = $('form').first()
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const card = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }
  const body = new URLSearchParams({ ...fields, ...card })
  const address = new URL(form.attr('action') ?? '', page)
  return (await fetch(address, { method: 'POST', redirect: 'manual', body })).status
}

describe('an order that was cancelled while its payment page was open', () => {
  test('can be paid there no more', async () => {
    const order = await placed({ lastLamp: 1 })
    const page = (await startPayment(stripe, order.id, config.baseUrl))!
    await cancelOrder(order.id, 'shopper')
    await closePaymentPage(stripe, { orderId: order.id })
    await closePaymentPage(stripe, { orderId: order.id })
    expect(await paysOn(page)).not.toBe(303)
    expect(await refundsOf(order)).toEqual([])
  })

  test('and was paid there a moment before has its money back, once', async () => {
    const order = await placed({ lastLamp: 1 })
    const page = (await startPayment(stripe, order.id, config.baseUrl))!
    await cancelOrder(order.id, 'shopper')
    expect(await paysOn(page)).toBe(303)
    await Promise.all([1, 2, 3].map(() => closePaymentPage(stripe, { orderId: order.id })))
    expect(await refundsOf(order)).toEqual([{ amount: 14900, state: 'requested' }])
    expect(await stateOf(order)).toBe('cancelled')
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 1, held: 0 })
  })

  test.each([1, 2, 3, 4])('or was just being opened leaves no page open: round %i', async () => {
    const order = await placed({ lastLamp: 1 })
    await Promise.all([
      startPayment(stripe, order.id, config.baseUrl),
      cancelOrder(order.id, 'shopper').then(() => closePaymentPage(stripe, { orderId: order.id })),
    ])
    const { session } = await getPayment(order.id)
    const page = session ? await stripe.checkout.sessions.retrieve(session) : undefined
    expect(page?.status ?? 'never opened').not.toBe('open')
  })
})
