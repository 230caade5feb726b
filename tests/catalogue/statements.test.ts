import { afterAll, beforeAll, expect, test } from 'vitest'
import { recountShelves, recountWords } from '../../src/search/index.ts'
import { multiply } from './copies.ts'
import { category, emptyCatalogue, mug, offer, statementsOf } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

const addresses = {
  '/': 200,
  '/categories/kitchen': 200,
  '/categories/kitchen?sort=price': 200,
  '/categories/kitchen?sort=name': 200,
  '/categories/kitchen?glaze=oat&size=l&price-from=1&in-stock=yes': 200,
  '/categories/kitchen?glaze=pink': 200,
  '/search?q=mug': 200,
  '/search?q=mug&sort=price-down&glaze=oat': 200,
  '/search?q=everydya+mgu': 200,
  '/search?q=zeppelin': 200,
  '/search?q=MUG-OAT-S': 303,
  '/search': 200,
  '/search/suggestions?q=mu': 200,
  '/products/mug': 200,
  '/products/mug?sku=MUG-INK-L': 200,
  '/products/nothing': 404,
  '/products/mug/reviews': 200,
  '/recently-viewed?product=mug&product=nothing': 200,
  '/sitemap.xml': 200,
  '/robots.txt': 200,
}

let shop: Awaited<ReturnType<typeof listeningShop>>
let original: number
beforeAll(async () => {
  await emptyCatalogue()
  await category('kitchen')
  original = (await offer(mug())).id
  await multiply(original, 2, 10)
  shop = await listeningShop()
})
afterAll(() => shop.close())

/** Statements and status of each address, when what every page shows is known already. */
async function look(): Promise<Record<string, [status: number, statements: number]>> {
  const seen: [string, [number, number]][] = []
  for (const address of Object.keys(addresses)) {
    await (await shop.ask(address)).text()
    let status = 0
    const statements = await statementsOf(async () => {
      const answer = await shop.ask(address)
      await answer.text()
      status = answer.status
    })
    seen.push([address, [status, statements]])
  }
  return Object.fromEntries(seen)
}

test('every address of the catalogue takes as many statements among ten thousand products as among ten', {
  timeout: 120_000,
}, async () => {
  const few = await look()
  for (const [address, status] of Object.entries(addresses))
    expect([address, few[address]![0]]).toEqual([address, status])
  await multiply(original, 11, 10_000)
  await recountShelves()
  await recountWords()
  expect(await look()).toEqual(few)
  expect(Math.max(...Object.values(few).map(([, statements]) => statements))).toBeLessThanOrEqual(9)
})
