import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { sweepPayments } from '../../src/orders/index.ts'
import { connectStripe, requestRefund } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { paysOn, runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { goesToReview, type ShopPage, shopperAt } from '../support/shopper.ts'
import { killingDatabase, killingProvider, type Trap } from './killing-proxies.ts'

// Server and worker run as in production. They reach PostgreSQL and the provider through proxies that kill them, with
// signal 9, at a named step: nothing in the shop knows of it.
type Part = 'server' | 'worker'
type Step = { name: string; part: Part } & ({ says: string[]; at: Trap['at'] } | { answered: string })

const stack = new AsyncDisposableStack()
const stripe = connectStripe()
let sandbox: Sandbox
let database: Awaited<ReturnType<typeof killingDatabase>>
let provider: Awaited<ReturnType<typeof killingProvider>>
const running = {} as Record<Part, Awaited<ReturnType<typeof runningProcess>>>
let kills = 0

beforeAll(async () => {
  await openShop()
  sandbox = stack.adopt(await runningSandbox(), (each) => each.close())
  database = stack.adopt(await killingDatabase(config.databaseUrl), (each) => each.close())
  provider = stack.adopt(await killingProvider(sandbox.url), (each) => each.close())
  stack.defer(async () => {
    await Promise.all([running.server?.stop('SIGKILL'), running.worker?.stop('SIGKILL')])
  })
  await Promise.all([start('server'), start('worker')])
})
afterAll(() => stack.disposeAsync(), 30_000)

async function start(part: Part): Promise<void> {
  const environment = { DATABASE_URL: database.url, STRIPE_API_BASE: provider.url }
  running[part] = await runningProcess(part, config.port, environment)
}

/** Does something during which a part dies at a step, and starts the part again. Fails when it has not died there. */
async function diesAt(step: Step, act: () => Promise<unknown>): Promise<void> {
  let dead: Promise<void> | undefined
  const kill = () => {
    dead = running[step.part].stop('SIGKILL')
    kills += 1
  }
  if ('answered' in step) provider.arm(step.answered, kill)
  else database.arm({ ...step, kill })
  await act().catch(() => undefined)
  await until(`${step.part} has died at: ${step.name}`, async () => dead !== undefined, 20)
  await dead
  await start(step.part)
}

const places = 'insert into orders.orders'
const placing: Step[] = [
  { name: 'nothing is written', part: 'server', says: [places], at: 'before' },
  {
    name: 'the order is written, its goods are not held',
    part: 'server',
    says: [places, 'insert into inventory.stock_holds'],
    at: 'before',
  },
  { name: 'all is written and not committed', part: 'server', says: [places, 'COMMIT'], at: 'before' },
  { name: 'all is committed and nobody told', part: 'server', says: [places, 'COMMIT'], at: 'after' },
  { name: 'the payment page is there, unknown to us', part: 'server', answered: '/v1/checkout/sessions' },
  {
    name: 'the payment page is about to be kept',
    part: 'server',
    says: ['update payments.payments set provider_session'],
    at: 'before',
  },
]

const reported = 'insert into payments.webhook_events'
const recorded = 'insert into payments.payment_events'
const paying: Step[] = [
  { name: 'the report is not kept', part: 'server', says: [reported], at: 'before' },
  {
    name: 'the report is kept and not acknowledged',
    part: 'server',
    says: [reported, 'COMMIT'],
    at: 'after',
  },
  { name: 'the payment is not recorded', part: 'worker', says: [recorded], at: 'before' },
  {
    name: 'the payment is recorded, the goods not sold',
    part: 'worker',
    says: [recorded, 'insert into inventory.stock_movements'],
    at: 'before',
  },
  { name: 'the sale is committed, its job goes on', part: 'worker', says: [recorded, 'COMMIT'], at: 'after' },
  {
    name: 'the report is about to be marked',
    part: 'worker',
    says: ['update payments.webhook_events set handled_at'],
    at: 'before',
  },
  {
    name: 'the mail is out, nobody has noted it',
    part: 'worker',
    says: ['insert into notifications.mails'],
    at: 'before',
  },
]

const refunding: Step[] = [
  { name: 'the provider has given the money back, unknown to us', part: 'worker', answered: '/v1/refunds' },
  { name: 'the refund is about to be kept', part: 'worker', says: ['update payments.refunds'], at: 'before' },
]

const orderOf = (email: string) =>
  row<{ id: number; number: string; state: string }>(
    'select id, number, state from orders.orders where email = $email',
    { email },
  )

/** A new shopper with a mug in the basket, before the button. */
async function reviewing() {
  const shopper = shopperAt(config.baseUrl)
  const email = `${randomUUID()}@example.com`
  await shopper.adds(products.mug)
  const review = await goesToReview(shopper, 'card', email)
  return { email, places: () => shopper.presses(review, 'Place order'), presses: shopper.presses }
}

type Shopper = Awaited<ReturnType<typeof reviewing>>

/** Presses the button, again if need be, and comes to the payment page. */
async function comesToPay({ places, presses }: Shopper): Promise<string> {
  const page: ShopPage = await places()
  if (page.address.startsWith(sandbox.url)) return page.address
  return (await presses(page, 'Pay now')).address
}

async function mailsTo(address: string): Promise<number> {
  const answer = await fetch(`${sandbox.url}/outbox.json?to=${address}`)
  return ((await answer.json()) as object[]).length
}

async function isDone(email: string): Promise<boolean> {
  return (await orderOf(email))?.state === 'paid' && (await mailsTo(email)) > 0
}

test('whenever a process dies, each shopper has one order, paid once, and the books are in order', {
  timeout: 240_000,
}, async () => {
  const emails: string[] = []

  for (const step of placing) {
    const shopper = await reviewing()
    await diesAt(step, shopper.places)
    await paysOn(await comesToPay(shopper))
    emails.push(shopper.email)
  }

  for (const step of paying) {
    const shopper = await reviewing()
    const page = await comesToPay(shopper)
    await diesAt(step, () => paysOn(page))
    emails.push(shopper.email)
  }

  await until(
    'all have their goods and their mail',
    async () => {
      const done = await Promise.all(emails.map(isDone))
      return done.every(Boolean)
    },
    60,
  )

  for (const [index, step] of refunding.entries()) {
    const { id: orderId } = (await orderOf(emails[index]!))!
    const payment = await row<{ reference: string }>(
      'select provider_reference as reference from payments.payments where order_id = $orderId',
      { orderId },
    )
    await diesAt(step, () =>
      transaction(async (tx) => {
        const refund = {
          orderId,
          amount: 100,
          currency: 'EUR',
          reference: payment!.reference,
          reason: 'goodwill',
        }
        await requestRefund(tx, refund)
      }),
    )
  }
  await until(
    'both refunds are there',
    async () => {
      const made = await rows(`select 1 from payments.refunds where state = 'succeeded'`)
      return made.length === refunding.length
    },
    30,
  )
  expect((await stripe.refunds.list({ limit: 100 })).data).toHaveLength(refunding.length)

  const leaving = await reviewing()
  await diesAt(placing[4]!, leaving.places)
  await rows(`update orders.orders set held_until = now() - interval '1 second' where email = $email`, {
    email: leaving.email,
  })
  await sweepPayments(stripe)
  expect((await orderOf(leaving.email))!.state).toBe('expired')

  expect(kills).toBe(placing.length + paying.length + refunding.length + 1)
  expect(await rows('select email from orders.orders group by email having count(*) > 1')).toEqual([])
  expect(await rows('select 1 from orders.orders')).toHaveLength(emails.length + 1)
  const sold = await row('select on_hand, held from ledger.stock where sku = $sku', { sku: products.mug.sku })
  expect(sold).toEqual({ on_hand: products.mug.stock - emails.length, held: 0 })
  const checked = await transaction((tx) => findBreaches(invariants, tx))
  expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
})
