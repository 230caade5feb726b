import { beforeAll, describe, expect, test } from 'vitest'
import { findBySku, searchPage } from '../../src/catalogue/search-page.ts'
import { category, inEnglish, inGerman, mug, offer, plain } from './goods.ts'

beforeAll(async () => {
  await category('kitchen')
  await offer(mug())
  await offer(
    plain('pot', { title: { en: 'Cooking pots', de: 'Kochtöpfe' }, summary: { en: 'For a crème brûlée' } }),
  )
  await offer(plain('street', { title: { en: 'Street map', de: 'Straßenkarte' }, brand: 'Hafen Workshop' }))
  await offer(plain('hidden-pot', { published: false, title: { en: 'Hidden pot' } }))
})

const search = async (query: string, locality: Parameters<typeof searchPage>[2] = inEnglish) => {
  const page = await searchPage(query, { page: 1, sort: 'featured' }, locality)
  return page.listing.cards.map(({ slug }) => slug)
}

describe('search', () => {
  test('finds singular and plural, in the grammar of the language', async () => {
    expect(await search('pot')).toEqual(['pot'])
    expect(await search('kochtopf', inGerman)).toEqual(['pot'])
  })

  test('finds the beginning of the last word', async () => {
    expect(await search('everyd')).toEqual(['mug'])
    expect(await search('cooking po')).toEqual(['pot'])
  })

  test('does not mind accents, capitals and how the sharp s is written', async () => {
    expect(await search('CREME brulee')).toEqual(['pot'])
    expect(await search('kochtopfe', inGerman)).toEqual(['pot'])
    expect(await search('strassenkarte', inGerman)).toEqual(['street'])
  })

  test('looks at brands, options and SKUs too, and wants every word', async () => {
    expect(await search('hafen')).toEqual(['street'])
    expect(await search('ink mug')).toEqual(['mug'])
    expect(await search('mug-ink')).toEqual(['mug'])
    expect(await search('mug map')).toEqual([])
  })

  test.each(['', '   ', "'", '!!!', 'a & | ! :* <->', '\\', 'the', '%_', '"" or', '🫖'])(
    'has an answer to %j',
    async (query) => {
      expect(await search(query)).toEqual([])
    },
  )

  test('reads no more than the beginning of a very long query', async () => {
    const page = await searchPage('mug '.repeat(5_000), { page: 1, sort: 'featured' }, inEnglish)
    expect(page.query).toHaveLength(200)
    expect(page.listing.total).toBe(1)
  })

  test('knows a SKU whatever its capitals, if it is for sale', async () => {
    expect(await findBySku(' mug-ink-L ')).toEqual({ slug: 'mug', sku: 'MUG-INK-L' })
    expect(await findBySku('HIDDEN-POT')).toBeUndefined()
  })
})
