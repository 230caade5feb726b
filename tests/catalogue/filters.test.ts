import { beforeAll, describe, expect, test } from 'vitest'
import { categoryPage } from '../../src/catalogue/category-page.ts'
import { listingAddress } from '../../src/catalogue/listing-address.ts'
import { readPrice } from '../../src/catalogue/price-range.ts'
import { searchPage } from '../../src/catalogue/search-page.ts'
import { asked, category, emptyCatalogue, inEnglish, inGerman, mug, offer, plain } from './goods.ts'

const material = (key: string, en: string, de: string) => ({
  attribute: { key: 'material', name: { en: 'Material', de: 'Werkstoff' } },
  key,
  label: { en, de },
})
const capacity = (number: number) => ({
  attribute: { key: 'capacity', name: { en: 'Capacity' }, kind: 'number' as const, unit: 'ml' },
  key: String(number),
  label: { en: String(number) },
  number,
})

beforeAll(async () => {
  await emptyCatalogue()
  const kitchen = await category('kitchen')
  const light = await category('light')
  await offer(mug({ categoryId: kitchen, values: [material('clay', 'Clay', 'Ton'), capacity(1000)] }))
  await offer(
    plain('jug', {
      categoryId: kitchen,
      amount: 4000,
      brand: 'Hafen Workshop',
      values: [material('oak', 'Oak', 'Eiche'), capacity(250)],
    }),
  )
  await offer(
    plain('bowl', { categoryId: kitchen, amount: 900, values: [material('oak', 'Oak', 'Eiche')] }),
    0,
  )
  await offer(plain('oak-lamp', { categoryId: light, values: [material('oak', 'Oak', 'Eiche')] }))
})

const kitchen = async (search = '', locality: Parameters<typeof categoryPage>[2] = inEnglish) =>
  (await categoryPage('kitchen', asked(search), locality))!.listing
const slugs = async (search: string) => (await kitchen(search)).cards.map(({ slug }) => slug).sort()

describe('a list', () => {
  test('can be narrowed by attributes, options, brands, stock and price', async () => {
    expect(await slugs('material=oak')).toEqual(['bowl', 'jug'])
    expect(await slugs('glaze=oat')).toEqual(['mug'])
    expect(await slugs('brand=hafen-workshop')).toEqual(['jug'])
    expect(await slugs('in-stock=yes')).toEqual(['jug', 'mug'])
    expect(await slugs('price-from=20')).toEqual(['jug', 'mug'])
    expect(await slugs('price-to=9.00')).toEqual(['bowl'])
    expect(await slugs('price-from=30&price-to=10')).toEqual(['mug'])
    expect(await slugs('material=oak&material=clay&in-stock=yes')).toEqual(['jug', 'mug'])
    expect(await slugs('material=oak&brand=fixtures')).toEqual(['bowl'])
  })

  test('says what it can be narrowed by, in the language of the visitor, and in a sensible order', async () => {
    const { facets, inStock } = (await kitchen()).filters
    expect(facets.map(({ label }) => label)).toEqual(['Brand', 'Capacity', 'Glaze', 'Material', 'Size'])
    expect(facets[1]!.values.map(({ label }) => label)).toEqual(['250 ml', '1000 ml'])
    expect(inStock).toEqual({ count: 2, isChosen: false })
    const german = (await kitchen('material=oak', inGerman)).filters
    expect(german.facets.find(({ name }) => name === 'material')).toEqual({
      name: 'material',
      label: 'Werkstoff',
      values: [
        { value: 'oak', label: 'Eiche', count: 2, isChosen: true },
        { value: 'clay', label: 'Ton', count: 1, isChosen: false },
      ],
    })
    expect(german.applied).toEqual([
      { kind: 'value', label: 'Werkstoff: Eiche', without: '/categories/kitchen' },
    ])
  })

  test('names every filter with the way to take it away alone, and keeps the order', async () => {
    const { applied, clear } = (
      await kitchen('material=oak&material=clay&price-to=50&in-stock=yes&sort=price')
    ).filters
    expect(applied).toEqual([
      {
        kind: 'value',
        label: 'Material: Oak',
        without: '/categories/kitchen?material=clay&in-stock=yes&price-to=50&sort=price',
      },
      {
        kind: 'value',
        label: 'Material: Clay',
        without: '/categories/kitchen?material=oak&in-stock=yes&price-to=50&sort=price',
      },
      {
        kind: 'in-stock',
        label: '',
        without: '/categories/kitchen?material=oak&material=clay&price-to=50&sort=price',
      },
      {
        kind: 'price-to',
        label: '',
        amount: 5000,
        without: '/categories/kitchen?material=oak&material=clay&in-stock=yes&sort=price',
      },
    ])
    expect(clear).toBe('/categories/kitchen?sort=price')
  })

  test('keeps what was typed for a price that is none, and does not narrow by it', async () => {
    const list = await kitchen('price-from=cheap&price-to=10')
    expect(list.filters.price).toEqual({
      from: { typed: 'cheap', amount: undefined, isWrong: true },
      to: { typed: '10', amount: 1000, isWrong: false },
    })
    expect(list.filters.form.errorOf('price-from')?.key).toBe('catalogue.filters.price.wrong')
    expect(list.cards.map(({ slug }) => slug)).toEqual(['bowl'])
  })

  test.each([
    'sort=nonsense&page=-1&shown=9999999&after=x&before=%00',
    'material=%00&material=a%20b&MATERIAL=oak&__proto__=x&a[b]=1',
    'page=1e9&price-from=-50&price-to=1e400',
    `material=${'x'.repeat(500)}`,
  ])('takes %s as if it were not there', async (search) => {
    expect(await kitchen(search)).toMatchObject({ total: 3, page: 1, sort: 'featured' })
  })

  test('has one address for one state', async () => {
    const search = 'q=mug&glaze=oat&material=oak&price-from=5&sort=price&page=2'
    expect(listingAddress('/search', asked(search))).toBe(`/search?${search}`)
    expect((await kitchen('price-to=&sort=featured&in-stock=yes&page=1')).address).toBe(
      '/categories/kitchen?in-stock=yes',
    )
  })
})

test('a search can be narrowed to a family of the shop too', async () => {
  const all = (await searchPage(asked('q=oak'), inEnglish)).listing
  expect(all.filters.facets[0]).toMatchObject({
    name: 'category',
    values: [
      { value: 'kitchen', label: 'kitchen', count: 2 },
      { value: 'light', label: 'light', count: 1 },
    ],
  })
  const inLight = (await searchPage(asked('q=oak&category=light'), inEnglish)).listing
  expect(inLight.cards.map(({ slug }) => slug)).toEqual(['oak-lamp'])
})

test.each([
  ['12,50', 'EUR', 'en', 1250],
  ['12.5', 'EUR', 'de', 1250],
  [' € 12.5 ', 'EUR', 'en', 1250],
  ['1,000', 'EUR', 'en', 100_000],
  ['1.000', 'EUR', 'de', 100_000],
  ['1,250.50', 'EUR', 'en', 125_050],
  ['1.250,50', 'EUR', 'de', 125_050],
  ['1200', 'JPY', 'en', 1200],
  ['12.505', 'EUR', 'en', undefined],
  ['-5', 'EUR', 'en', undefined],
  ['1,00,0', 'EUR', 'en', undefined],
  ['cheap', 'EUR', 'en', undefined],
  ['', 'EUR', 'en', undefined],
] as const)('%j in %s and %s is a price of %s', (typed, currency, locale, amount) => {
  expect(readPrice(typed, currency, locale)).toBe(amount)
})

test('what is no facet is nothing that a list is narrowed by', async () => {
  const list = await kitchen('ref=newsletter&gclid=abc123&material=oak')
  expect(list).toMatchObject({ total: 2, address: '/categories/kitchen?material=oak' })
  expect(list.filters.applied).toHaveLength(1)
  expect((await kitchen('ref=newsletter')).total).toBe(3)
  expect((await kitchen('material=gold')).total).toBe(0)
})

test.each([
  ['featured', 'foo~1'],
  ['featured', '1e400~1'],
  ['newest', 'foo~1'],
  ['newest', '2026-99-99 00:00:00+00~1'],
  ['price', '99999999999999999999~1'],
  ['price', '1.5~1'],
  ['name', '\u0000~1'],
])('a place that is none in the order of %s leads to the first page: %s', async (sort, place) => {
  for (const end of ['after', 'before']) {
    const list = await kitchen(`sort=${sort}&${end}=${encodeURIComponent(place)}`)
    expect(list.cards).toHaveLength(3)
  }
})
