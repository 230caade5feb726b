import { load } from 'cheerio'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPayment, sweepPayments } from '../../src/orders/index.ts'
import { connectStripe, sendRefund } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { placedOrder } from '../support/orders.ts'
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

/** An order whose payment page is open, as long as `lapse` has not been said. */
async function payingOrder(product: { sku: string; euros: number }) {
  const order = await placedOrder(product, 33 * 60)
  const page = (await startPayment(stripe, order.id, config.baseUrl))!
  return { ...order, page, lapse: () => lapse(order.id) }
}

const lapse = (orderId: number) =>
  rows(`update orders.orders set held_until = now() - interval '1 second' where id = $orderId`, { orderId })

async function pay(page: string): Promise<number> {
  const $ = load(await (await fetch(page)).text())
  const form = $('form').first()
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const card = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }
  const body = new URLSearchParams({ ...fields, ...card })
  const paid = await fetch(new URL(form.attr('action') ?? '', page), {
    method: 'POST',
    redirect: 'manual',
    body,
  })
  return paid.status
}

const stateOf = async (order: { number: string }) =>
  (
    await row<{ state: string }>('select state from ledger.orders where number = $number', {
      number: order.number,
    })
  )?.state

const lamps = () => row('select on_hand, held from ledger.stock where sku = $sku', { sku: 'LAMP-LAST' })

describe('the sweeper', () => {
  test('closes the payment page of a lapsed order before its goods are on sale again', async () => {
    const order = await payingOrder(products.lastLamp)
    await order.lapse()
    await sweepPayments(stripe)
    expect(await stateOf(order)).toBe('expired')
    expect(await lamps()).toEqual({ on_hand: 1, held: 0 })
    expect(await pay(order.page)).not.toBe(303)
  })

  test('finds the payment that nobody reported', async () => {
    const order = await payingOrder(products.lastLamp)
    expect(await pay(order.page)).toBe(303)
    await order.lapse()
    await sweepPayments(stripe)
    expect(await stateOf(order)).toBe('paid')
    expect(await lamps()).toEqual({ on_hand: 0, held: 0 })
  })

  test('leaves an order alone that has time', async () => {
    const order = await payingOrder(products.lastLamp)
    await sweepPayments(stripe)
    expect(await stateOf(order)).toBe('awaiting_payment')
  })

  test('a refund is sent once, however often its job runs', async () => {
    const order = await payingOrder(products.lastLamp)
    await pay(order.page)
    await rows('update payments.payments set amount = amount - 1 where order_id = $id', { id: order.id })
    await order.lapse()
    await sweepPayments(stripe)
    const [refund] = await rows<{ id: number }>('select id from payments.refunds')
    await Promise.all([1, 2, 3].map(() => sendRefund(stripe, refund!.id)))
    expect(await rows('select amount, state from payments.refunds')).toEqual([
      { amount: 14900, state: 'succeeded' },
    ])
    expect((await stripe.refunds.list()).data.filter(({ amount }) => amount === 14900)).toHaveLength(1)
    expect(await stateOf(order)).toBe('expired')
  })
})
