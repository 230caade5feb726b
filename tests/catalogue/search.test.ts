import { beforeAll, describe, expect, test } from 'vitest'
import { readListingQuery } from '../../src/catalogue/listing-query.ts'
import { findByCode, searchPage } from '../../src/catalogue/search-page.ts'
import { category, inEnglish, inGerman, mug, offer, plain } from './goods.ts'

beforeAll(async () => {
  await category('kitchen')
  await offer(mug())
  await offer(
    plain('pot', {
      variants: [
        {
          sku: 'POT',
          barcode: '4012345678901',
          weightGrams: 1,
          values: [],
          prices: [{ currency: 'EUR', amount: 900 }],
        },
      ],
      title: { en: 'Cooking pots', de: 'Kochtöpfe' },
      summary: { en: 'For a crème brûlée' },
    }),
  )
  await offer(plain('street', { title: { en: 'Street map', de: 'Straßenkarte' }, brand: 'Hafen Workshop' }))
  await offer(plain('hidden-pot', { published: false, title: { en: 'Hidden pot' } }))
})

const search = async (query: string, locality: Parameters<typeof searchPage>[1] = inEnglish) => {
  const page = await searchPage(readListingQuery({ q: query }), locality)
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
    expect(await search('mug map')).toEqual(expect.arrayContaining(['mug', 'street']))
    expect((await searchPage(readListingQuery({ q: 'mug map' }), inEnglish)).isLoose).toBe(true)
  })

  test.each(['', '   ', "'", '!!!', 'a & | ! :* <->', '\\', 'the', '%_', '"" or', '🫖'])(
    'has an answer to %j',
    async (query) => {
      expect(await search(query)).toEqual([])
    },
  )

  test('reads no more than the beginning of a very long query', async () => {
    const page = await searchPage(readListingQuery({ q: 'mug '.repeat(5_000) }), inEnglish)
    expect(page.query).toHaveLength(200)
    expect(page.listing.total).toBe(1)
  })

  test('knows a SKU whatever its capitals, if it is for sale', async () => {
    expect(await findByCode(' mug-ink-L ')).toEqual({ slug: 'mug', sku: 'MUG-INK-L' })
    expect(await findByCode('4012345678901')).toEqual({ slug: 'pot', sku: 'POT' })
    expect(await findByCode('HIDDEN-POT')).toBeUndefined()
  })
})
