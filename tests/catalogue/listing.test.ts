import { beforeAll, describe, expect, test } from 'vitest'
import { categoryPage } from '../../src/catalogue/category-page.ts'
import { findCategory } from '../../src/catalogue/index.ts'
import type { Sort } from '../../src/catalogue/listing-query.ts'
import { searchPage } from '../../src/catalogue/search-page.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { multiply } from './copies.ts'
import { asked, category, emptyCatalogue, inEnglish, inGerman, mug, offer, plain, price } from './goods.ts'

const look = (
  path: string,
  page = 1,
  sort: Sort = 'featured',
  locality: Parameters<typeof categoryPage>[2] = inEnglish,
) => categoryPage(path, asked(`sort=${sort}&page=${page}`), locality)
const slugs = async (path: string, sort: Sort) =>
  (await look(path, 1, sort))?.listing.cards.map(({ slug }) => slug)
const day = (number: number) => new Date(Date.UTC(2026, 0, number))

describe('a list of products', () => {
  beforeAll(async () => {
    await emptyCatalogue()
    const kitchen = await category('kitchen')
    const cups = await category('cups', kitchen)
    const light = await category('light')
    await offer(mug({ categoryId: cups, published: day(1) }))
    await offer(
      plain('äpfelschale', {
        slug: 'apple-bowl',
        categoryId: kitchen,
        title: { en: 'Äpple bowl' },
        amount: 500,
        published: day(3),
      }),
      3,
    )
    await offer(
      plain('zest-jar', {
        categoryId: kitchen,
        title: { en: 'zest jar' },
        amount: 9000,
        featured: true,
        published: day(2),
      }),
      0,
    )
    await offer(plain('hidden', { categoryId: kitchen, published: false }))
    await offer(plain('tomorrow', { categoryId: kitchen, published: new Date(Date.now() + 86_400_000) }))
    await offer(
      plain('yen-only', {
        categoryId: kitchen,
        variants: [{ sku: 'Y', weightGrams: 1, values: [], prices: [price(900, 'JPY')] }],
      }),
    )
    await offer(plain('lamp', { categoryId: light }))
  })

  test('shows the products of a category and of its parts, and no others', async () => {
    const page = await look('kitchen')
    expect(page?.listing.total).toBe(3)
    expect(await slugs('kitchen/cups', 'featured')).toEqual(['mug'])
    expect(page?.children).toEqual([{ name: 'cups', path: 'kitchen/cups' }])
    expect((await look('kitchen/cups'))?.trail).toEqual([{ name: 'kitchen', path: 'kitchen' }])
    expect(await look('nothing')).toBeUndefined()
  })

  test('leaves out what has no price in the currency of the visitor', async () => {
    const page = await look('kitchen', 1, 'featured', { locale: 'en', currency: 'JPY' })
    expect(page?.listing.cards.map(({ slug, price }) => [slug, price])).toEqual([
      ['yen-only', { amount: 900, currency: 'JPY' }],
    ])
  })

  test('is sorted as the visitor wishes', async () => {
    expect(await slugs('kitchen', 'featured')).toEqual(['apple-bowl', 'mug', 'zest-jar'])
    expect(await slugs('kitchen', 'price')).toEqual(['apple-bowl', 'mug', 'zest-jar'])
    expect(await slugs('kitchen', 'price-down')).toEqual(['zest-jar', 'mug', 'apple-bowl'])
    expect(await slugs('kitchen', 'name')).toEqual(['apple-bowl', 'mug', 'zest-jar'])
    expect(await slugs('kitchen', 'newest')).toEqual(['apple-bowl', 'zest-jar', 'mug'])
  })

  test('says on each card what the product costs and how many there are', async () => {
    const cards = (await look('kitchen'))!.listing.cards
    const card = (slug: string) => cards.find((each) => each.slug === slug)
    expect(card('mug')).toMatchObject({
      title: 'Everyday mug',
      price: { amount: 2000, currency: 'EUR' },
      pricesDiffer: true,
      variantCount: 3,
      stock: { level: 'plenty', left: 30 },
    })
    expect(card('apple-bowl')).toMatchObject({ pricesDiffer: false, stock: { level: 'few', left: 3 } })
    expect(card('zest-jar')?.stock).toEqual({ level: 'none', left: 0, restockedOn: null })
  })

  test('follows the prices: what the cheapest variant costs now, and cost before', async () => {
    const [small, ...others] = mug().variants
    const reduced = { ...small!, prices: [{ ...price(1500), compareAt: 1900 }] }
    const first = async () => (await look('kitchen/cups'))!.listing.cards[0]
    const categoryId = (await findCategory('kitchen/cups'))!.id
    await offer(mug({ categoryId, published: day(1), variants: [reduced, ...others] }))
    expect(await first()).toMatchObject({ price: { amount: 1500 }, was: { amount: 1900 }, variantCount: 3 })
    await offer(mug({ categoryId, published: day(1), variants: others.slice(0, 1) }))
    expect(await first()).toMatchObject({
      price: { amount: 2400 },
      was: null,
      variantCount: 1,
      pricesDiffer: false,
    })
    await offer(mug({ categoryId, published: day(1) }))
    expect(await first()).toMatchObject({ price: { amount: 2000 }, variantCount: 3 })
  })

  test('speaks the language of the visitor, and English where it must', async () => {
    const page = await look('kitchen', 1, 'featured', inGerman)
    expect(page?.category.name).toBe('kitchen (de)')
    expect(page?.listing.cards.map(({ title }) => title)).toContain('Alltagsbecher')
    expect(page?.listing.cards.map(({ title }) => title)).toContain('zest jar')
  })
})

describe('a long list', () => {
  let original: number
  beforeAll(async () => {
    await emptyCatalogue()
    await category('kitchen')
    original = (await offer(mug())).id
    await multiply(original, 2, 60)
  })

  test('has pages of 24, with links that keep the order and the words that were searched for', async () => {
    const second = (await look('kitchen', 2, 'price'))!.listing
    expect(second).toMatchObject({ total: 60, pageCount: 3, page: 2 })
    expect(second.cards).toHaveLength(24)
    expect(second.pages.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(second.previous).toBe('/categories/kitchen?sort=price')
    expect(second.next).toMatch(/^\/categories\/kitchen\?sort=price&page=3&after=\d+%7E\d+$/)
    const third = (await searchPage(asked('q=everyday mug&page=3'), inEnglish)).listing
    expect(third.cards).toHaveLength(12)
    expect([third.previous, third.next]).toEqual(['/search?q=everyday+mug&page=2', null])
    await expect(look('kitchen', 4)).rejects.toThrow(NotFound)
  })

  test('shows every product once, whichever way it is sorted', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => look('kitchen', page, 'price')))
    const shown = pages.flatMap((page) => page!.listing.cards.map(({ slug }) => slug))
    expect(new Set(shown).size).toBe(60)
  })
})
