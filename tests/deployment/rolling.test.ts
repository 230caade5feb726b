import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { setStock } from '../../src/inventory/index.ts'
import { config } from '../../src/platform/config.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { PORTS_EACH } from '../support/services/ports.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { goesToReview, shopperAt } from '../support/shopper.ts'
import { startBalancer } from './balancer.ts'

type Server = Awaited<ReturnType<typeof runningProcess>>
const SHOPPERS = 6
const stack = new AsyncDisposableStack()
let balancer: Awaited<ReturnType<typeof startBalancer>>
let started = 0

beforeAll(async () => {
  await openShop()
  const many = {
    variantId: variantId(products.mug),
    onHand: 100_000,
    reason: 'count',
    actor: 'staff:ines',
  } as const
  await transaction((tx) => setStock(tx, many))
  balancer = stack.use(await startBalancer())
})
afterAll(() => stack.disposeAsync(), 30_000)

async function comes(): Promise<Server> {
  const port = config.port + (started++ % PORTS_EACH)
  const server = await runningProcess('server', port, { BASE_URL: balancer.url, TRUST_PROXY: '1' })
  balancer.adds(server.url)
  return server
}

/** As Beanstalk lets a machine go: nobody is sent there any more, and then it is told. */
async function goes(server: Server): Promise<void> {
  balancer.removes(server.url)
  await server.stop()
}

test('while two servers are replaced, and the schema grows, everybody buys, and nothing is asked in vain', async () => {
  let old = [await comes(), await comes()]
  let isOver = false
  const placed: string[] = []
  async function shops(n: number): Promise<void> {
    while (!isOver) {
      const shopper = shopperAt(balancer.url)
      expect((await shopper.adds(products.mug)).status).toBe(200)
      const review = await goesToReview(shopper, 'invoice', `shopper-${n}@example.com`)
      const order = await shopper.presses(review, 'Place order')
      expect(order.heading()).toMatch(/^Order P-\d+ placed/)
      placed.push(order.heading())
    }
  }
  const everybody = Promise.all(Array.from({ length: SHOPPERS }, (_, n) => shops(n)))
  try {
    const more = (count: number) => until(`${count} more have bought`, async () => placed.length >= count, 60)
    await more(SHOPPERS)
    await rows('alter table orders.orders add column of_the_next_version text')
    for (let round = 0; round < 2; round++) {
      const fresh = []
      for (const server of old) {
        fresh.push(await comes())
        await goes(server)
        await more(placed.length + SHOPPERS)
      }
      old = fresh
    }
  } finally {
    isOver = true
    await everybody.finally(() => Promise.all(old.map((server) => server.stop())))
  }
  expect(balancer.lost()).toBe(0)
  expect(new Set(placed).size).toBe(placed.length)
  expect(await rows('select 1 from orders.orders')).toHaveLength(placed.length)
  const checked = await transaction((tx) => findBreaches(invariants, tx))
  expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
}, 120_000)
