import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
}, 30_000)
afterAll(async () => {
  await Promise.all([...servers.map((server) => server.stop()), worker?.stop()])
  await sandbox?.close()
}, 30_000)
beforeEach(openShop)

const card = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }

/** A shopper at one of the two servers, with a basket, ready to order. */
async function reviewing(product: { sku: string }, server: Running, method: 'card' | 'invoice' = 'card') {
  const shopper = shopperAt(server.url)
  await shopper.adds(product)
  const review = await goesToReview(shopper, method)
  return { shopper, review, places: () => shopper.presses(review, 'Place order') }
}

const at = (index: number) => servers[index % servers.length]!

describe('over two servers', () => {
  test('20 shoppers race for the last lamp: one gets it, 19 are told that it is gone, nothing breaks', async () => {
    const shoppers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) => reviewing(products.lastLamp, at(index))),
    )
    const answers = await Promise.all(shoppers.map(({ places }) => places()))
    const onPaymentPage = answers.filter(
      (answer) => new URL(answer.address).host === new URL(sandbox.url).host,
    )
    const refused = answers.filter((answer) => answer.status === 422)
    expect(onPaymentPage).toHaveLength(1)
    expect(refused).toHaveLength(19)
    for (const answer of refused) expect(answer.html).toMatch(/sold out|no longer available/i)
    expect(await rows('select number from ledger.orders')).toHaveLength(1)
    expect(
      await row('select on_hand, held from ledger.stock where sku = $sku', { sku: 'LAMP-LAST' }),
    ).toEqual({ on_hand: 1, held: 1 })
  })

  test('the button pressed twice at once, on both servers, makes one order and one payment page', async () => {
    const { shopper, review } = await reviewing(products.mug, at(0))
    const other = shopperAt(at(1).url)
    for (const [name, value] of shopper.jar) other.jar.set(name, value)
    const pages = await Promise.all([
      shopper.presses(review, 'Place order'),
      other.presses({ ...review, address: review.address.replace(at(0).url, at(1).url) }, 'Place order'),
    ])
    expect(new Set(pages.map((page) => page.address)).size).toBe(1)
    expect(await rows('select number from ledger.orders')).toHaveLength(1)
  })

  test("the return page and the provider's report at once, repeated, leave an order that is paid once", async () => {
    const { shopper, places } = await reviewing(products.mug, at(0))
    sandbox.webhooks.pause()
    const payment = await places()
    const order = await payInFull(shopper, payment)
    sandbox.webhooks.resume()
    await Promise.all(
      Array.from({ length: 6 }, (_none, index) => shopperAt(at(index).url).gets(returnAddress(payment))),
    )
    await until('the report is handled', async () =>
      row('select 1 from payments.webhook_events where handled_at is not null'),
    )
    expect(order.heading()).toMatch(/^Order P-\d+ placed/)
    expect(await rows('select state, captured from ledger.payments')).toEqual([
      { state: 'captured', captured: 2790 },
    ])
    expect(await rows(`select kind from orders.order_events order by id`)).toEqual([
      { kind: 'placed' },
      { kind: 'paid' },
    ])
    expect(await row('select on_hand, held from ledger.stock where sku = $sku', { sku: 'MUG-OAT' })).toEqual({
      on_hand: 479,
      held: 0,
    })
  })

  test('a buyer who pays and never comes back has a paid order and a mail', async () => {
    const { shopper, places } = await reviewing(products.mug, at(0))
    const payment = await places()
    await paysWithoutReturn(shopper, payment)
    await until('the order is paid', async () => row(`select 1 from ledger.orders where state = 'paid'`))
    const [mail] = await until('the mail is out', () => mailsTo('asha@example.com'))
    expect(mail.subject).toMatch(/P-\d+/)
  })

  test('a forged report is refused', async () => {
    const answer = await fetch(`${at(0).url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'stripe-signature': 't=1,v1=00', 'content-type': 'application/json' },
      body: '{"id":"evt_forged","type":"checkout.session.completed"}',
    })
    expect(answer.status).toBe(400)
    expect(await rows('select 1 from payments.webhook_events')).toHaveLength(0)
  })

  test('an invoice order is placed with redirects and forms alone, and its mail says where to pay', async () => {
    const { places } = await reviewing(products.mug, at(1), 'invoice')
    const order = await places()
    expect(order.heading()).toMatch(/^Order P-\d+ placed/)
    const mails = await until('the mail is out', () => mailsTo('asha@example.com'))
    expect(mails.some((mail) => /IBAN/.test(mail.text))).toBe(true)
  })
})

async function payInFull(shopper: ReturnType<typeof shopperAt>, payment: ShopPage): Promise<ShopPage> {
  return shopper.presses(payment, 'Pay', card)
}

/** Pays, but closes the browser before it follows the way back. */
async function paysWithoutReturn(shopper: ReturnType<typeof shopperAt>, payment: ShopPage): Promise<void> {
  void shopper
  const fields = Object.fromEntries(
    payment
      .$('form')
      .first()
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  )
  const action = new URL(payment.$('form').first().attr('action') ?? '', payment.address)
  const answer = await fetch(action, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, ...card }),
  })
  expect(answer.status).toBe(303)
}

function returnAddress(payment: ShopPage): string {
  const session = payment.address.match(/cs_[\w]+/)![0]
  return `/checkout/return?session=${session}`
}

interface SentMail {
  subject: string
  text: string
}

async function mailsTo(address: string): Promise<[SentMail, ...SentMail[]] | undefined> {
  const mails = (await (await fetch(`${sandbox.url}/outbox.json?to=${address}`)).json()) as SentMail[]
  return mails.length > 0 ? (mails as [SentMail, ...SentMail[]]) : undefined
}
