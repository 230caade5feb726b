import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../../src/platform/database.ts'
import { type Ask, recountShelves, removeDocuments, type SearchDocument } from '../../src/search/index.ts'
import { emptySearch, find, keep, thing } from './documents.ts'

const colours = ['oat', 'moss', 'ink']
const sizes = ['s', 'l']
const coloured = (id: number, more: Partial<SearchDocument> = {}) =>
  thing(id, {
    facets: [
      { name: 'colour', value: colours[id % 3]! },
      { name: 'size', value: sizes[id % 2]! },
    ],
    ...more,
  })
const countOf = (found: Awaited<ReturnType<typeof find>>, name: string) =>
  Object.fromEntries(
    found.counts.filter((each) => each.name === name).map(({ value, count }) => [value, count]),
  )

describe('a small shelf', () => {
  beforeAll(async () => {
    await emptySearch()
    await keep(...Array.from({ length: 12 }, (_, index) => coloured(index + 1)))
    await keep(coloured(13, { shelves: [2] }), thing(14, { prices: { JPY: 900 } }))
  })

  test('holds what stands on it and has a price in the currency', async () => {
    const found = await find({ size: 20 })
    expect(found).toMatchObject({ total: 12, isAtLeast: false, hasMore: false })
    expect(found.ids).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect((await find({ shelf: 0, size: 20 })).total).toBe(13)
    expect((await find({ shelf: 0, currency: 'JPY' })).ids).toEqual([14])
  })

  test('counts what each choice would give, without the choice of the same facet', async () => {
    expect(countOf(await find(), 'colour')).toEqual({ oat: 4, moss: 4, ink: 4 })
    const oat = await find({ chosen: [{ name: 'colour', values: ['oat'] }] })
    expect(oat.total).toBe(4)
    expect(countOf(oat, 'colour')).toEqual({ oat: 4, moss: 4, ink: 4 })
    expect(countOf(oat, 'size')).toEqual({ s: 2, l: 2 })
    const both = await find({
      chosen: [
        { name: 'colour', values: ['oat', 'moss'] },
        { name: 'size', values: ['s'] },
      ],
    })
    expect(both.ids.toSorted((a, b) => a - b)).toEqual([4, 6, 10, 12])
    expect(countOf(both, 'colour')).toEqual({ oat: 2, moss: 2, ink: 2 })
    expect(countOf(both, 'size')).toEqual({ s: 4, l: 4 })
  })

  test('has nothing of a value that nobody knows', async () => {
    expect((await find({ chosen: [{ name: 'colour', values: ['pink'] }] })).total).toBe(0)
    const asShaped = await find({ chosen: [{ name: 'shape', values: ['round'] }] })
    expect(asShaped).toMatchObject({ total: 12, unknown: ['shape'] })
    const either = await find({ chosen: [{ name: 'colour', values: ['pink', 'ink'] }] })
    expect(either.total).toBe(4)
  })

  test('is narrowed by price, both ends included', async () => {
    expect((await find({ priceFrom: 300, priceTo: 500 })).ids).toEqual([5, 4, 3])
  })

  test('forgets what is removed, and follows what changes', async () => {
    await keep(coloured(20))
    expect((await find({ size: 20 })).ids[0]).toBe(20)
    await keep(coloured(20, { shelves: [3], prices: { EUR: 1, JPY: 2 } }))
    expect((await find({ size: 20 })).ids).not.toContain(20)
    expect((await find({ shelf: 3, order: 'price' })).ids).toEqual([20])
    expect((await find({ shelf: 3, currency: 'JPY', order: 'price' })).ids).toEqual([20])
    await transaction((tx) => removeDocuments([20], tx))
    expect((await find({ shelf: 3 })).ids).toEqual([])
  })
})

const orders: Ask['order'][] = ['merit', 'popularity', 'newest', 'price', 'price-down', 'name']

describe('a large shelf', () => {
  beforeAll(async () => {
    await emptySearch()
    for (let first = 1; first <= 1_500; first += 500) {
      await keep(
        ...Array.from({ length: 500 }, (_, index) =>
          coloured(first + index, {
            prices: { EUR: 100 * ((first + index) % 40) + 100 },
            merit: (first + index) % 7,
          }),
        ),
      )
    }
  })

  test('is counted when there is time, and says until then that there is at least so much', async () => {
    const before = await find()
    expect(before).toMatchObject({ total: 1_000, isAtLeast: true, isWalk: true })
    await recountShelves()
    const after = await find()
    expect(after).toMatchObject({ total: 1_500, isAtLeast: false, isWalk: true })
    expect(countOf(after, 'colour')).toEqual({ oat: 500, moss: 500, ink: 500 })
    await keep(coloured(1_501))
    await recountShelves()
    expect((await find()).total).toBe(1_501)
    await transaction((tx) => removeDocuments([1_501], tx))
    await recountShelves()
    expect((await find()).total).toBe(1_500)
  })

  test.each(orders)('is walked through by %s, there and back, and everything comes once', async (order) => {
    const forth: number[] = []
    let found = await find({ order, size: 333 })
    const pages = [found]
    for (;;) {
      forth.push(...found.ids)
      if (!found.hasMore) break
      found = await find({ order, size: 333, from: { skipped: 0, after: found.last! } })
      pages.push(found)
    }
    expect(new Set(forth).size).toBe(1_500)
    const before = await find({ order, size: 333, from: { skipped: 0, before: found.first! } })
    expect(before.ids).toEqual(pages.at(-2)!.ids)
  })

  test('stays where it was when something comes before a place', async () => {
    const first = await find({ order: 'price', size: 5 })
    const second = await find({ order: 'price', size: 5, from: { skipped: 0, after: first.last! } })
    await keep(coloured(9_000, { prices: { EUR: 1 } }))
    expect((await find({ order: 'price', size: 5, from: { skipped: 0, after: first.last! } })).ids).toEqual(
      second.ids,
    )
    await transaction((tx) => removeDocuments([9_000], tx))
  })

  test('does not miss the best of more than can be looked at', async () => {
    await keep(coloured(9_001, { merit: 100 }))
    const found = await find({ shelf: 0, words: 'thing', order: 'relevance' })
    expect(found).toMatchObject({ isAtLeast: true, isWalk: false })
    expect(found.ids[0]).toBe(9_001)
    await transaction((tx) => removeDocuments([9_001], tx))
  })

  test('is narrowed to few, which are all sorted, and to many, which are walked through', async () => {
    const few = await find({ chosen: [{ name: 'colour', values: ['oat'] }], order: 'price', size: 600 })
    expect(few).toMatchObject({ total: 500, isAtLeast: false, isWalk: false })
    const many = await find({
      chosen: [{ name: 'colour', values: ['oat', 'moss', 'ink'] }],
      order: 'price',
      size: 5,
    })
    expect(many).toMatchObject({ total: 1_000, isAtLeast: true, isWalk: true })
    expect(many.ids).toHaveLength(5)
  })
})

test('whatever is chosen, what is found is what has it, and every count is what choosing it would give', async () => {
  await emptySearch()
  const documents = Array.from({ length: 60 }, (_, index) =>
    coloured(index + 1, { shelves: [1 + (index % 2)] }),
  )
  await keep(...documents)
  const has = (document: SearchDocument, name: string, values: string[]) =>
    document.facets.some((facet) => facet.name === name && values.includes(facet.value))
  const choice = fc.record({
    colour: fc.subarray(colours),
    size: fc.subarray(sizes),
    shelf: fc.constantFrom(0, 1, 2),
    priceFrom: fc.option(fc.integer({ min: 0, max: 6_500 }), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(choice, async ({ colour, size, shelf, priceFrom }) => {
      const chosen = Object.entries({ colour, size })
        .map(([name, values]) => ({ name, values }))
        .filter(({ values }) => values.length > 0)
      const fits = (document: SearchDocument, without = '') =>
        (shelf === 0 || document.shelves.includes(shelf)) &&
        (priceFrom === undefined || document.prices.EUR! >= priceFrom) &&
        chosen.every(({ name, values }) => name === without || has(document, name, values))
      const found = await find({ chosen, shelf, priceFrom, size: 100 })
      expect(found.ids).toEqual(
        documents
          .filter((each) => fits(each))
          .map(({ id }) => id)
          .reverse(),
      )
      for (const { name, value, count } of found.counts) {
        expect(count).toBe(documents.filter((each) => fits(each, name) && has(each, name, [value])).length)
      }
    }),
    { numRuns: 60 },
  )
})
