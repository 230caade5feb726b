import { NotFound } from '../platform/errors.ts'
import { type Ask, type Found, findDocuments } from '../search/index.ts'
import { type Card, cardsOf } from './cards.ts'
import { type Filters, filtersOf } from './filters.ts'
import { listingAddress, placeOf } from './listing-address.ts'
import { type ListingQuery, PAGE_SIZE, readPrice, type Sort, sorts } from './listing-query.ts'
import type { Locality } from './locality.ts'
import { type PageLinks, pageLinks } from './page-links.ts'

/** A list of products as a page shows it. Addresses are without the language's prefix. */
export interface Listing extends PageLinks {
  cards: Card[]
  total: number
  /** There may be more than the total says. */
  isAtLeast: boolean
  page: number
  sort: Sort
  sorts: readonly Sort[]
  /** Where the list is, without what was chosen of it, and with all of it. */
  path: string
  address: string
  q: string
  exact: boolean
  filters: Filters
}

/** Which products a list is about: those on a shelf, and with certain words. */
export interface Source {
  path: string
  shelf: number
  words?: string | undefined
}

/** So many pages can be jumped to by their number alone; further ones are walked to. */
const MOST_JUMPED = 100

/**
 * A page of the products on show that have a price in the visitor's currency.
 * @throws NotFound for a page beyond the last one.
 */
export async function listing(source: Source, query: ListingQuery, locality: Locality): Promise<Listing> {
  const { path } = source
  const { page, sort, q, exact } = query
  const found = await findDocuments(askOf(source, query, locality))
  if (found.ids.length === 0 && found.total > 0) throw new NotFound()
  const [cards, filters] = await Promise.all([
    cardsOf(found.ids, locality),
    filtersOf({ path, query, counts: found.counts, isAtLeast: found.isAtLeast }, locality),
  ])
  const { total, isAtLeast } = found
  return {
    cards,
    total,
    isAtLeast,
    page,
    sort,
    sorts,
    path,
    address: listingAddress(path, query),
    q,
    exact,
    filters,
    ...pageLinks(path, query, found),
  }
}

/** The same page's added products alone, where a list is shown that has become longer. */
export function lastPageOf({ cards, ...rest }: Listing): Listing {
  return { ...rest, cards: cards.slice(-(cards.length % PAGE_SIZE || PAGE_SIZE)) }
}

function askOf({ shelf, words }: Source, query: ListingQuery, { locale, currency }: Locality): Ask {
  const [priceFrom, priceTo] = pricesOf(query, currency)
  return {
    ...{ locale, currency, shelf, words, chosen: query.chosen, priceFrom, priceTo },
    order: query.sort !== 'featured' ? query.sort : words === undefined ? 'merit' : 'relevance',
    size: query.shown,
    from: fromOf(query),
  }
}

/** Somebody who names the higher price first means the same. */
function pricesOf({ priceFrom, priceTo }: ListingQuery, currency: string) {
  const [from, to] = [readPrice(priceFrom, currency), readPrice(priceTo, currency)]
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
}

function fromOf({ after, before, page }: ListingQuery): Ask['from'] {
  if (after) return { after: placeOf(after) }
  if (before) return { before: placeOf(before) }
  if (page > MOST_JUMPED) throw new NotFound()
  return { skipped: (page - 1) * PAGE_SIZE }
}

export type { Found }
