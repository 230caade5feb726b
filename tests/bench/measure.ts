import { categoryPage } from '../../src/catalogue/category-page.ts'
import { readListingQuery } from '../../src/catalogue/listing-query.ts'
import { productPage } from '../../src/catalogue/product-page.ts'
import { searchPage } from '../../src/catalogue/search-page.ts'
import { closeDatabase, row, rows } from '../../src/platform/database.ts'
import { type Ask, EVERYTHING, findDocuments, suggestWords, understand } from '../../src/search/index.ts'
import { inDatabase } from './in-database.ts'

/** How long one kind of read took, in milliseconds, again and again. */
export interface Reading {
  name: string
  /** What PostgreSQL needed to plan and to run the statements. */
  sql: Quantiles
  /** What the caller waited: the same with the way there and back, and with what Node does. */
  call: Quantiles
}

export interface Quantiles {
  p50: number
  p99: number
}

const inEnglish = { locale: 'en', currency: 'EUR' } as const
const TIMES = 200
const WORDS = 200

const words = await wordsOfAllSorts()
const [largest] = await rows<{ id: number; path: string }>(
  `select category.id, category.path from search.shelves step
   join catalogue.categories category on category.id = step.shelf
   group by category.id, category.path order by count(*) desc limit 1`,
)
const slugs = await rows<{ slug: string }>('select slug from catalogue.products order by md5(slug) limit 200')
const shelf = (more: Partial<Ask> = {}) =>
  findDocuments({
    ...{ ...inEnglish, shelf: largest!.id, chosen: [], order: 'merit', size: 24, from: { skipped: 0 } },
    ...more,
  })
const search = (query: string) =>
  understand(query, 'en').then(({ words: wanted }) =>
    findDocuments({
      ...{ ...inEnglish, shelf: EVERYTHING, chosen: [], order: 'relevance', size: 24, from: { skipped: 0 } },
      words: wanted ?? '',
    }),
  )
const deep = await placeAt(0.8)
const [facet] = (await shelf()).counts.filter(({ name }) => name !== 'in-stock')

const readings: Reading[] = []
await measure('search with facets, words of all sorts', (turn) => search(words[turn % words.length]!))
await measure('search with facets, the most frequent word', () => search(words[0]!))
await measure('search with facets, two words', (turn) => search(`${words[0]} ${words[(turn % 40) + 1]}`))
await measure('a slip of the pen understood', (turn) => understand(slipIn(words[turn % words.length]!), 'en'))
await measure('words suggested', (turn) => suggestWords(words[turn % words.length]!.slice(0, 3), 'en', 4))
await measure('largest category, page 1', () => shelf(), 'walk')
await measure('largest category, page 1 with facets', () => shelf())
await measure(
  'largest category, at 80 % of its depth',
  () => shelf({ from: { skipped: 0, after: deep } }),
  'walk',
)
await measure('largest category by price, page 1', () => shelf({ order: 'price' }), 'walk')
await measure('largest category, one facet chosen', () =>
  shelf({ chosen: [{ name: facet!.name, values: [facet!.value] }] }),
)
await measure('the whole category page', () => categoryPage(largest!.path, readListingQuery({}), inEnglish))
await measure('the whole search page', (turn) =>
  searchPage(readListingQuery({ q: words[turn % words.length]! }), inEnglish),
)
await measure('the whole product page', (turn) =>
  productPage({ slug: slugs[turn % slugs.length]!.slug, ...inEnglish }),
)
await closeDatabase()
console.log(JSON.stringify(readings))

/** `only` measures one of several statements that go out together: the one that has this word in it. */
async function measure(name: string, read: (turn: number) => Promise<unknown>, only?: 'walk'): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await read(turn)
  const call: number[] = []
  const sql: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const start = performance.now()
    await read(turn)
    call.push(performance.now() - start)
    sql.push(await inDatabase(() => read(turn), only && 'step.document_id as id'))
  }
  readings.push({ name, sql: quantiles(sql), call: quantiles(call) })
  console.error(`${name}: p50 ${quantiles(sql).p50.toFixed(2)} ms, p99 ${quantiles(sql).p99.toFixed(2)} ms`)
}

function quantiles(times: number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
  return { p50: at(0.5), p99: at(0.99) }
}

/** The most frequent words, and others down to the rarest. */
async function wordsOfAllSorts(): Promise<string[]> {
  const found = await rows<{ word: string }>(
    `select word from search.vocabulary where locale = 'en' order by documents desc, word`,
  )
  const step = Math.max(1, Math.floor(found.length / (WORDS - 20)))
  return found.filter((_word, index) => index < 20 || index % step === 0).map(({ word }) => word)
}

async function placeAt(part: number): Promise<{ key: string; id: number }> {
  const place = await row<{ key: string; id: number }>(
    `select merit::text as key, document_id as id from search.shelves where shelf = $shelf
     order by merit desc, document_id desc
     offset (select (count(*) * $part::float8)::integer from search.shelves where shelf = $shelf) limit 1`,
    { shelf: largest!.id, part },
  )
  return place!
}

function slipIn(word: string): string {
  const at = Math.floor(word.length / 2)
  return word.slice(0, at) + (word[at + 1] ?? 'x') + word[at] + word.slice(at + 2)
}
