import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { pace } from '../support/pace.ts'
import { runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { startGuardedRedis } from '../support/services/redis.ts'
import { openShop, products } from '../support/shop.ts'
import { type ShopPage, type Shopper, shopperAt, signsIn } from '../support/shopper.ts'
import { silentProxy } from '../support/silent-proxy.ts'
import { often } from '../support/thorough.ts'

const SILENT_SECONDS = often(6, 30)
const PAGE_WITHIN_MS = 1_500
const RECOVERS_WITHIN_S = 3

type Server = Awaited<ReturnType<typeof runningProcess>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
beforeAll(async () => {
  sandbox = await runningSandbox()
})
afterAll(() => sandbox.close())
beforeEach(openShop)

/** The same person at another server: the same cookies. */
function sameAt({ jar }: Shopper, server: Server): Shopper {
  const there = shopperAt(server.url)
  for (const [name, value] of jar) there.jar.set(name, value)
  return there
}

const isIn = (page: ShopPage) => page.$('header .account-link').text().includes('Account')

/** Both servers, one after the other. */
async function opened(settings: NodeJS.ProcessEnv): Promise<[Server, Server]> {
  const first = await runningProcess('server', config.port, settings)
  return [first, await runningProcess('server', config.port + 3, settings)]
}

async function expectSharedSessions([here, there]: [Server, Server]): Promise<void> {
  const asha = shopperAt(here.url)
  await signsIn(asha, 'asha@example.com')
  await asha.adds(products.mug)
  const other = sameAt(asha, there)
  expect(isIn(await other.gets('/'))).toBe(true)
  expect((await other.gets('/basket')).$('main').text()).toContain(products.mug.title)

  const second = shopperAt(there.url)
  await signsIn(second, 'asha@example.com')
  await second.posts('/account/sign-ins/end', {})
  for (const shopper of [asha, other]) expect(isIn(await shopper.gets('/'))).toBe(false)
  expect(isIn(await sameAt(second, here).gets('/'))).toBe(true)
}

test('two servers share their sessions in PostgreSQL', async () => {
  const servers = await opened({ REDIS_URL: '' })
  try {
    await expectSharedSessions(servers)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
})

describe('with a Redis that speaks TLS alone and asks for a password', () => {
  let redis: Awaited<ReturnType<typeof startGuardedRedis>>
  let proxy: Awaited<ReturnType<typeof silentProxy>>
  let servers: [Server, Server]

  beforeAll(async () => {
    redis = await startGuardedRedis()
    proxy = await silentProxy(redis.port)
    servers = await opened({
      REDIS_URL: `rediss://:${redis.password}@127.0.0.1:${proxy.port}`,
      NODE_EXTRA_CA_CERTS: redis.certificate,
      LOG_LEVEL: 'silent',
    })
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    proxy.close()
    await redis.stop()
  })

  test('whoever does not encrypt, or has not the password, learns nothing', async () => {
    const stranger = { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 }
    for (const url of [
      `redis://:${redis.password}@127.0.0.1:${redis.port}`,
      `rediss://127.0.0.1:${redis.port}`,
    ]) {
      const client = new Redis(url, {
        ...stranger,
        ...(url.startsWith('rediss') && { tls: { rejectUnauthorized: false } }),
      })
      client.on('error', () => {})
      await expect(client.connect().then(() => client.keys('*'))).rejects.toThrow()
      client.disconnect()
    }
  })

  test('two servers share their sessions', () => expectSharedSessions(servers))

  test('while it is silent the catalogue is there in time and nothing is lost; then the same cookie counts again', {
    timeout: 120_000,
  }, async () => {
    const [here, there] = servers
    const asha = shopperAt(here.url)
    await signsIn(asha, 'asha@example.com')
    await asha.adds(products.mug)
    const people = [asha, sameAt(asha, there), shopperAt(there.url)]
    for (const one of people) await one.gets(`/products/${products.mug.slug}`)

    proxy.fallsSilent()
    const silentUntil = Date.now() + SILENT_SECONDS * 1_000
    const times: number[] = []
    while (Date.now() < silentUntil) {
      for (const one of people) {
        for (const address of ['/', `/products/${products.mug.slug}`, '/categories/kitchen']) {
          const begun = performance.now()
          expect((await one.gets(address)).status, address).toBe(200)
          times.push(performance.now() - begun)
        }
      }
    }
    expect(Math.max(...times)).toBeLessThanOrEqual(PAGE_WITHIN_MS * pace())
    expect((await asha.adds(products.bowl)).status).toBe(503)
    expect((await asha.gets('/sign-in')).status).toBe(503)

    proxy.speaks()
    await until('the same cookie counts again', async () => isIn(await asha.gets('/')), RECOVERS_WITHIN_S)
    await until('and at the other server', async () => isIn(await people[1]!.gets('/')), RECOVERS_WITHIN_S)
    const basket = (await asha.gets('/basket')).$('main').text()
    expect(basket).toContain(products.mug.title)
    expect(basket).not.toContain(products.bowl.title)
  })
})
