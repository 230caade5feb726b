import { describe, expect, test } from 'vitest'
import { demoCategories, demoProducts, demoReviews } from '../../src/commands/demo/catalogue.ts'
import type { Localised } from '../../src/commands/demo/goods.ts'

const variants = demoProducts.flatMap((product) => product.variants)
const pictures = demoProducts.flatMap((product) => product.pictures)

function repeated(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i)
}

function wordsIn(html: string): number {
  return html
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length
}

describe('the demo shop', () => {
  test('has about sixty products in six families, half of them in several variants', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(56)
    expect(demoProducts.length).toBeLessThanOrEqual(64)
    expect(demoCategories.filter(({ path }) => !path.includes('/'))).toHaveLength(6)
    const several = demoProducts.filter((product) => product.variants.length > 1)
    expect(several.length / demoProducts.length).toBeCloseTo(0.5, 1)
  })

  test('keeps the three SKUs that people and programs hold on to', () => {
    const kept = ['MUG-OAT', 'LAMP-LAST', 'BOWL-GONE'].map((sku) => {
      const product = demoProducts.find(({ variants: [first] }) => first?.sku === sku)
      return [sku, product?.slug, product?.variants.length, product?.variants[0]?.stock]
    })
    expect(kept).toEqual([
      ['MUG-OAT', 'oat-mug', 1, 480],
      ['LAMP-LAST', 'last-lamp', 1, 1],
      ['BOWL-GONE', 'gone-bowl', 1, 0],
    ])
  })

  test('uses each address and each SKU once', () => {
    expect(repeated(demoProducts.map(({ slug }) => slug))).toEqual([])
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([])
    expect(repeated(demoCategories.map(({ path }) => path))).toEqual([])
    expect(variants.filter(({ sku }) => !/^[A-Z0-9-]+$/.test(sku))).toEqual([])
    expect(demoProducts.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
  })

  test('puts every product on a shelf that exists, and leaves no shelf empty', () => {
    const paths = demoCategories.map(({ path }) => path)
    const used = demoProducts.map(({ category }) => category)
    expect(used.filter((path) => !paths.includes(path))).toEqual([])
    expect(paths.filter((path) => !used.some((one) => one === path || one.startsWith(`${path}/`)))).toEqual(
      [],
    )
    expect(paths.filter((path) => path.includes('/') && !paths.includes(path.split('/')[0]!))).toEqual([])
  })
})

test('some goods are reviewed in both languages, not by everybody with five stars, each in words of their own', () => {
  const slugs = demoProducts.map(({ slug }) => slug)
  expect(Object.keys(demoReviews).filter((slug) => !slugs.includes(slug))).toEqual([])
  expect(Object.keys(demoReviews).length).toBeGreaterThanOrEqual(15)
  const reviews = Object.values(demoReviews).flat()
  expect(reviews.length).toBeGreaterThanOrEqual(36)
  expect(repeated(reviews.map(({ title }) => title))).toEqual([])
  expect(new Set(reviews.map(({ locale }) => locale))).toEqual(new Set(['en', 'de']))
  const fives = reviews.filter(({ stars }) => stars === 5).length / reviews.length
  expect(fives).toBeGreaterThan(0.3)
  expect(fives).toBeLessThan(0.6)
  expect(reviews.filter(({ stars }) => stars < 4).length).toBeGreaterThanOrEqual(5)
  for (const said of Object.values(demoReviews)) expect(repeated(said.map(({ key }) => key))).toEqual([])
  expect(reviews.filter(({ text }) => text.length < 20 || text.length > 4_000)).toEqual([])
})

describe.each(demoProducts.map((product) => [product.slug, product] as const))('%s', (_, product) => {
  test('offers only variants that its options name, each of them once', () => {
    for (const variant of product.variants) {
      expect(variant.values).toHaveLength(product.options.length)
      variant.values.forEach((value, i) => {
        expect(product.options[i]!.values.map(({ key }) => key)).toContain(value)
      })
    }
    expect(repeated(product.variants.map(({ values }) => values.join(' ')))).toEqual([])
    const all = product.options.reduce((count, { values }) => count * values.length, 1)
    expect(product.variants).toHaveLength(all)
  })

  test('has a price in every currency, and asked more before a sale', () => {
    for (const { prices, compareAt, stock, weightGrams } of product.variants) {
      for (const currency of ['EUR', 'GBP', 'USD', 'JPY'] as const) {
        expect(Number.isInteger(prices[currency]) && prices[currency] > 0).toBe(true)
        if (compareAt) expect(compareAt[currency]).toBeGreaterThan(prices[currency])
      }
      expect(Number.isInteger(stock) && stock >= 0).toBe(true)
      expect(Number.isInteger(weightGrams) && weightGrams > 0).toBe(true)
    }
  })

  test('speaks English and German', () => {
    const spoken: Localised[] = [product.title, product.summary, product.description]
    for (const { en, de } of spoken) expect(en.trim() && de.trim() && en !== de).toBeTruthy()
    const named = [
      ...product.specification.flatMap(({ name, value }) => [name, value]),
      ...product.options.flatMap(({ name, values }) => [name, ...values.map(({ label }) => label)]),
    ]
    for (const { en, de } of named) expect(en.trim() && de.trim()).toBeTruthy()
    expect(product.summary.en).not.toContain('\n')
  })

  test('is described in sixty to a hundred and twenty words of plain HTML', () => {
    for (const html of [product.description.en, product.description.de]) {
      expect(wordsIn(html)).toBeGreaterThanOrEqual(60)
      expect(wordsIn(html)).toBeLessThanOrEqual(120)
      const tags = [...html.matchAll(/<\/?([^>]+)>/g)].map(([, name]) => name!)
      expect(tags.filter((name) => !['p', 'ul', 'li', 'strong', 'em'].includes(name))).toEqual([])
    }
    expect(product.specification.length).toBeGreaterThanOrEqual(3)
    expect(product.specification.length).toBeLessThanOrEqual(7)
  })

  test('shows at least two pictures, each with words of its own', () => {
    expect(product.pictures.length).toBeGreaterThanOrEqual(2)
    for (const language of ['en', 'de'] as const) {
      expect(repeated(product.pictures.map(({ alt }) => alt[language]))).toEqual([])
    }
    expect(product.pictures.filter(({ alt }) => alt.en === alt.de || !alt.en || !alt.de)).toEqual([])
    const skus = product.variants.map(({ sku }) => sku)
    const shown = product.pictures.flatMap(({ sku }) => (sku ? [sku] : []))
    expect(shown.filter((sku) => !skus.includes(sku))).toEqual([])
    expect(repeated(shown)).toEqual([])
  })

  test('shows each variant by its own picture where its colour tells it apart', () => {
    const coloured = product.options.some(({ name }) => name.en === 'Colour' || name.en === 'Wood')
    const shown = product.pictures.map(({ sku }) => sku)
    const missing = product.variants.filter(({ sku }) => coloured && !shown.includes(sku))
    expect(missing).toEqual([])
  })
})

test('stays within a hundred and seventy pictures, so that a first start is short', () => {
  expect(pictures.length).toBeLessThanOrEqual(170)
})
