import { load } from 'cheerio'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { listening } from '../support/house/listening.ts'
import { openShop, products } from '../support/shop.ts'
import { shopperAt } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  shop = await listening(createApp(deps))
})
beforeEach(openShop)
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await deps.close()
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('somebody who puts a thing into their basket becomes a visitor, and stays the same one', async () => {
  const asha = shopperAt(shop.url)
  await asha.gets(`/products/${products.mug.slug}`)
  expect(asha.jar.has('visitor')).toBe(false)

  await asha.adds(products.mug)
  const visitor = asha.jar.get('visitor')
  expect(visitor).toMatch(uuid)

  await asha.adds(products.bowl)
  expect(asha.jar.get('visitor')).toBe(visitor)
  expect((await asha.gets('/basket')).$('main').text()).toContain(products.mug.title)
})

test('the name of a visitor is out of the reach of scripts and of other sites', async () => {
  const answer = await shop.post('/basket/lines', { sku: products.mug.sku })
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('visitor='))
  expect(cookie).toMatch(/; Max-Age=7776000; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/)
})

test.each(['', '1', 'null', "6f2d1c1e-8a0f-4c64-9d0c-2f1f6a1b5b11' or true", '{"$ne":1}'])(
  'nobody is the visitor %j',
  async (made) => {
    const answer = await shop.post('/basket/lines', { sku: products.mug.sku }, { Cookie: `visitor=${made}` })
    expect(answer.status).toBe(303)
    const given = answer.headers.getSetCookie().find((line) => line.startsWith('visitor='))
    expect(given?.split(/[=;]/)[1]).toMatch(uuid)
  },
)

test('two visitors have two baskets', async () => {
  const [asha, ben] = [shopperAt(shop.url), shopperAt(shop.url)]
  await asha.adds(products.mug)
  await ben.adds(products.bowl)
  expect((await asha.gets('/basket')).$('main').text()).not.toContain(products.bowl.title)
  expect((await ben.gets('/basket')).$('main').text()).not.toContain(products.mug.title)
})

test('a notice waits for the next page, in its language, and is said once', async () => {
  const asha = shopperAt(shop.url)
  const page = await asha.posts('/de/basket/lines', { sku: products.mug.sku, quantity: 2 })
  expect(page.address).toBe(`${shop.url}/de/basket`)
  expect(page.$('#notices').text()).toContain(`${products.mug.title} (de)`)
  expect(page.$('#notices a').attr('href')).toBe('/de/checkout')
  expect(page.$('#notices [autofocus]')).toHaveLength(1)
  expect((await asha.gets('/de/basket')).$('#notices').text().trim()).toBe('')
})

test('a piece of a page does not use up a notice that waits for a whole one', async () => {
  const first = await shop.post('/basket/lines', { sku: products.mug.sku })
  const Cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await (await shop.get('/basket', { Cookie, 'HX-Request': 'true' })).text()
  const $ = load(await (await shop.get('/basket', { Cookie })).text())
  expect($('#notices').text()).toContain(products.mug.title)
})
