import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveCategory } from '../../src/catalogue/index.ts'
import { makeProduct } from '../../src/commands/multitude/product.ts'
import { seedMultitude } from '../../src/commands/multitude/seed-multitude.ts'
import { things } from '../../src/commands/multitude/words.ts'
import { row } from '../../src/platform/database.ts'
import { currencies } from '../../src/platform/money.ts'
import { root } from '../support/house/tree.ts'
import { emptyShop } from './empty-shop.ts'

describe('the made-up products', () => {
  const made = Array.from({ length: 3_000 }, (_none, index) => makeProduct(index + 1))
  const share = (is: (product: (typeof made)[number]) => boolean) => made.filter(is).length / made.length

  test('are always the same, and each is like no other', () => {
    expect(makeProduct(17)).toEqual(makeProduct(17))
    expect(new Set(made.map(({ draft }) => draft.slug)).size).toBe(made.length)
    expect(new Set(made.flatMap(({ draft }) => draft.variants.map(({ sku }) => sku))).size).toBe(
      made.flatMap(({ draft }) => draft.variants).length,
    )
  })

  test('have one to six variants, with a price in every currency', () => {
    const counts = new Set(made.map(({ draft }) => draft.variants.length))
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 6])
    const prices = made.flatMap(({ draft }) => draft.variants.map((variant) => variant.prices))
    expect(prices.every((each) => each.map(({ currency }) => currency).join() === currencies.join())).toBe(
      true,
    )
    expect(
      prices.flat().every(({ amount, compareAt }) => amount > 0 && (compareAt ?? Infinity) > amount),
    ).toBe(true)
  })

  test('share words as a shop does: one is almost everywhere, the first kind of thing is the most common', () => {
    expect(share(({ draft }) => draft.summary.en!.includes('home'))).toBeCloseTo(0.95, 1)
    expect(share(({ category }) => category === 'kitchen/mugs')).toBeGreaterThan(0.15)
    expect(new Set(made.map(({ category }) => category)).size).toBe(things.length)
    expect(share(({ stock }) => stock.every((count) => count === 0))).toBeCloseTo(0.06, 1)
  })
})

describe('seeding many products', () => {
  beforeEach(async () => {
    await emptyShop()
    for (const { category } of things) {
      const [family, shelf] = category.split('/') as [string, string]
      const { id } = await saveCategory({ slug: family, name: { en: family } })
      await saveCategory({ slug: shelf, parentId: id, name: { en: shelf } })
    }
  })

  const counts = () =>
    row(`select (select count(*) from catalogue.products) as products,
      (select count(*) from catalogue.offers) as offers, (select count(*) from search.documents) as documents,
      (select count(*) from inventory.stock_levels) as levels, (select count(*) from catalogue.variants) as variants`)

  test('puts them on the shelves with prices, stock and all that search reads, once', async () => {
    expect(await seedMultitude(300)).toEqual({ added: 300 })
    const before = await counts()
    expect(before).toMatchObject({ products: 300, offers: 1_200, documents: 600 })
    expect(before).toHaveProperty('levels', (before as { variants: number }).variants)
    expect(await seedMultitude(310)).toEqual({ added: 10 })
    expect(await seedMultitude(100)).toEqual({ added: 0 })
    expect(await counts()).toMatchObject({ products: 310 })
  })

  test.each(['-5', 'many', '1000001', ''])(
    'the command says what it takes when it is asked for %j',
    async (count) => {
      const run = promisify(execFile)(process.execPath, [
        join(root, 'src/commands/seed.ts'),
        `--products=${count}`,
      ])
      await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') })
    },
  )
})
