import { afterAll, beforeAll, expect, test } from 'vitest'
import { category, emptyCatalogue, offer, plain } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
beforeAll(async () => {
  await emptyCatalogue()
  await category('kitchen')
  for (const slug of ['bowl', 'jug', 'mug']) await offer(plain(slug))
  shop = await listeningShop()
})
afterAll(() => shop.close())

const recent = (page: { $: (selector: string) => { toArray(): unknown[] } }) =>
  page.$('section[aria-labelledby=recent] .card').toArray().length

test('who only looks gets no cookie, and is shown nothing again', async () => {
  const shopper = shop.shopper()
  await shopper.gets('/products/bowl')
  const page = await shopper.gets('/products/jug')
  expect(shopper.jar.size).toBe(0)
  expect(recent(page)).toBe(0)
  expect(page.$('[data-seen]').attr('data-seen')).toBe('jug')
  expect(page.$('#recent')).toHaveLength(0)
})

test('a session that something else has begun knows what was seen, the newest first', async () => {
  const shopper = shop.shopper()
  await shopper.adds({ sku: 'BOWL' })
  await shopper.gets('/products/bowl')
  await shopper.gets('/products/jug')
  const page = await shopper.gets('/products/mug')
  const links = page.$('section[aria-labelledby=recent] .card-name a').toArray()
  expect(links.map((link) => page.$(link).attr('href'))).toEqual(['/products/jug', '/products/bowl'])
  expect(recent(await shopper.gets('/products/mug'))).toBe(2)
})

test('a tab that remembers by itself gets the cards, of what is there and no more than eight', async () => {
  const query = ['mug', 'nothing', 'bowl', 'mug'].map((slug) => `product=${slug}`).join('&')
  const answer = await shop.ask(`/de/recently-viewed?${query}`, { 'HX-Request': 'true' })
  const html = await answer.text()
  expect(html).not.toContain('<html')
  expect([...html.matchAll(/href="(.+?)"/g)].map(([, href]) => href)).toEqual([
    '/de/products/mug',
    '/de/products/bowl',
  ])
  expect((await (await shop.ask('/recently-viewed', { 'HX-Request': 'true' })).text()).trim()).toBe('')
})
