import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { goesToReview, type ShopPage, shopperAt } from '../support/shopper.ts'

type Running = Awaited<ReturnType<typeof runningProcess>>

let sandbox: Sandbox
let servers: Running[] = []
let worker: Running

beforeAll(async () => {
  await openShop()
  sandbox = await runningSandbox()
  servers = await Promise.all([runningProcess('server'), runningProcess('server', config.port + 5)])
  worker = await runningProcess('worker')
})
afterAll(async () => {
  await Promise.all([...servers.map((server) => server.stop()), worker?.stop()])
  await sandbox?.close()
})

const card = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }
const at = (index: number) => servers[index % servers.length]!

/** A shopper at one of the two servers, with a basket, ready to order. */
async function reviewing(product: { sku: string }, server: Running, method: 'card' | 'invoice' = 'card') {
  const shopper = shopperAt(server.url)
  const email = `${randomUUID()}@example.com`
  await shopper.adds(product)
  const review = await goesToReview(shopper, method, email)
  return { shopper, email, review, places: () => shopper.presses(review, 'Place order') }
}

const ordersOf = (email: string) =>
  rows<{ number: string; state: string }>('select number, state from ledger.orders where email = $email', {
    email,
  })

const stockOf = (product: { sku: string }) =>
  row<{ on_hand: number; held: number }>('select on_hand, held from ledger.stock where sku = $sku', {
    sku: product.sku,
  })

describe('over two servers', () => {
  test('20 shoppers race for the last lamp: one gets it, 19 are told that it is gone, nothing breaks', async () => {
    const shoppers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) => reviewing(products.lastLamp, at(index))),
    )
    const answers = await Promise.all(shoppers.map(({ places }) => places()))
    const paying = answers.filter((answer) => new URL(answer.address).host === new URL(sandbox.url).host)
    const refused = answers.filter((answer) => answer.status === 422)
    expect([paying.length, refused.length]).toEqual([1, 19])
    for (const answer of refused) expect(answer.html).toContain('Last lamp can no longer be bought')
    expect(await rows(`select 1 from ledger.order_lines where sku = 'LAMP-LAST'`)).toHaveLength(1)
    expect(await stockOf(products.lastLamp)).toEqual({ on_hand: 1, held: 1 })
  })

  test('the button pressed twice at once, on both servers, makes one order and one payment page', async () => {
    const { shopper, email, review } = await reviewing(products.mug, at(0))
    const other = shopperAt(at(1).url)
    for (const [name, value] of shopper.jar) other.jar.set(name, value)
    const pages = await Promise.all([
      shopper.presses(review, 'Place order'),
      other.presses({ ...review, address: review.address.replace(at(0).url, at(1).url) }, 'Place order'),
    ])
    expect(new Set(pages.map((page) => page.address)).size).toBe(1)
    expect(await ordersOf(email)).toHaveLength(1)
  })

  test("the return page and the provider's report at once, repeated, leave an order that is paid once", async () => {
    const { shopper, email, places } = await reviewing(products.bowl, at(0))
    const payment = await places()
    await paysWithoutReturn(payment)
    await Promise.all(
      Array.from({ length: 8 }, (_none, index) => shopperAt(at(index).url).gets(returnAddress(payment))),
    )
    await until('the report is handled', () =>
      row(
        `select 1 from payments.webhook_events where handled_at is not null and body::jsonb #>> '{data,object,customer_email}' = $email`,
        { email },
      ),
    )
    const [order] = await ordersOf(email)
    expect(order!.state).toBe('paid')
    expect((await shopper.gets(`/orders/${order!.number}`)).heading()).toBe(`Order ${order!.number} placed`)
    expect(
      await rows('select state, captured from ledger.payments where order_number = $number', {
        number: order!.number,
      }),
    ).toEqual([{ state: 'captured', captured: 3540 }])
    expect(
      await rows(
        `select kind from orders.order_events event join orders.orders o on o.id = order_id
        where number = $number order by event.id`,
        { number: order!.number },
      ),
    ).toEqual([{ kind: 'placed' }, { kind: 'paid' }])
    expect(await stockOf(products.bowl)).toEqual({ on_hand: 19, held: 0 })
  })

  test('a buyer who pays and never comes back has a paid order and one mail', async () => {
    const { email, places } = await reviewing(products.mug, at(1))
    await paysWithoutReturn(await places())
    await until('the order is paid', async () =>
      (await ordersOf(email)).some((order) => order.state === 'paid'),
    )
    const mails = await until('the mail is out', () => mailsTo(email))
    expect(mails.map((mail) => mail.subject)).toEqual([
      expect.stringContaining((await ordersOf(email))[0]!.number),
    ])
  })

  test('an invoice order is placed with redirects and forms alone, and its mail says where to pay', async () => {
    const { email, places } = await reviewing(products.mug, at(1), 'invoice')
    const order = await places()
    expect(order.heading()).toMatch(/^Order P-\d+ placed$/)
    const [mail] = (await until('the mail is out', () => mailsTo(email)))!
    expect(mail!.text).toContain('IBAN')
  })

  test('a forged report is refused, and nothing of it is kept', async () => {
    const answer = await fetch(`${at(0).url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'stripe-signature': 't=1,v1=00', 'content-type': 'application/json' },
      body: '{"id":"evt_forged","type":"checkout.session.completed"}',
    })
    expect(answer.status).toBe(400)
    expect(await rows(`select 1 from payments.webhook_events where event_id = 'evt_forged'`)).toHaveLength(0)
  })
})

/** Pays, but closes the browser before it follows the way back. */
async function paysWithoutReturn(payment: ShopPage): Promise<void> {
  const form = payment.$('form').first()
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const answer = await fetch(new URL(form.attr('action') ?? '', payment.address), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, ...card }),
  })
  expect(answer.status).toBe(303)
}

function returnAddress(payment: ShopPage): string {
  return `/checkout/return?session=${payment.address.match(/cs_\w+/)![0]}`
}

async function mailsTo(address: string) {
  const answer = await fetch(`${sandbox.url}/outbox.json?to=${address}`)
  const mails = (await answer.json()) as { subject: string; text: string }[]
  return mails.length > 0 ? mails : undefined
}
