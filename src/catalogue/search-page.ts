import { row } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { EVERYTHING, recordSearch, understand } from '../search/index.ts'
import { type Card, cardsOf } from './cards.ts'
import { type Listing, listing } from './listing.ts'
import { type ListingQuery, PAGE_SIZE, readListingQuery } from './listing-query.ts'
import type { Locality } from './locality.ts'
import { popularProducts } from './popular-products.ts'

export type SearchPage = {
  query: string
  /** What it was taken for, where its own words were unknown. */
  correction: string | null
  /** Nothing has all of the words: these have some of them. */
  isLoose: boolean
  listing: Listing
  /** What people buy, where nothing was found. */
  instead: Card[]
}

const PATH = '/search'
const NOTHING = ''
const INSTEAD = 4

/**
 * A page of the products that have every word of the query in their title, summary, brand, labels or SKU; the last
 * word may be the beginning of one. Where there is none, of those that have some of the words.
 */
export async function searchPage(query: ListingQuery, locality: Locality): Promise<SearchPage> {
  const { q, exact } = query
  const { words, anyWord, correction } = await understand(q, locality.locale, { exactly: exact })
  const list = (wanted: string | undefined, asked = query) =>
    listing({ path: PATH, shelf: EVERYTHING, words: wanted ?? NOTHING }, asked, locality)
  const strict = await list(words)
  const hasNone =
    strict.total === 0 && (!isNarrowed(query) || (await list(words, readListingQuery({ q }))).total === 0)
  const isLoose = hasNone && anyWord !== undefined
  const shown = isLoose ? await list(anyWord) : strict
  const instead = shown.total > 0 || isNarrowed(query) ? [] : await popularProducts(INSTEAD, locality)
  return {
    query: q,
    correction: correction ?? null,
    isLoose: isLoose && shown.total > 0,
    listing: shown,
    instead: await cardsOf(instead, locality),
  }
}

/** Notes what was looked for, unless it is the same search going on. */
export async function noteSearch(
  { query, correction, isLoose, listing }: SearchPage,
  asked: ListingQuery,
  { locale }: Locality,
) {
  const goesOn = asked.page > 1 || asked.shown > PAGE_SIZE || isNarrowed(asked) || asked.sort !== 'featured'
  if (query === '' || goesOn) return
  const found = isLoose ? 0 : listing.total
  await recordSearch({ query, locale, found, ...(correction && { correction }) }).catch((error) =>
    logger.warn({ err: error }, 'a search was not noted'),
  )
}

function isNarrowed({ chosen, priceFrom, priceTo }: ListingQuery): boolean {
  return chosen.length > 0 || priceFrom !== '' || priceTo !== ''
}

/** The variant on show that has exactly this SKU, whatever the case of its letters, or this barcode. */
export function findByCode(asked: string): Promise<{ slug: string; sku: string } | undefined> {
  return row<{ slug: string; sku: string }>(
    `select product.slug, variant.sku
     from catalogue.variants variant join catalogue.products product on product.id = variant.product_id
     where (lower(variant.sku) = lower($code) or variant.barcode = $code) and variant.retired_at is null
       and catalogue.is_on_show(product.published_at, product.withdrawn_at)
     order by lower(variant.sku) = lower($code) desc, variant.sku limit 1`,
    { code: asked.trim() },
  )
}
