import { NotFound } from '../platform/errors.ts'
import { type Ask, findDocuments } from '../search/index.ts'
import { type Card, cardsOf } from './cards.ts'
import { type Filters, filtersOf } from './filters.ts'
import { listingAddress, placeOf } from './listing-address.ts'
import { type ListingQuery, MOST_JUMPED, PAGE_SIZE, type Sort, sorts } from './listing-query.ts'
import type { Locality } from './locality.ts'
import { type PageLinks, pageLinks } from './page-links.ts'
import { priceRange } from './price-range.ts'

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

/**
 * A page of the products on show that have a price in the visitor's currency.
 * @throws NotFound for a page beyond the last one.
 */
export async function listing(source: Source, asked: ListingQuery, locality: Locality): Promise<Listing> {
  const { path } = source
  const { page, sort, q, exact } = asked
  const found = await findDocuments(askOf(source, asked, locality))
  const query = withoutUnknown(asked, found.unknown)
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

/** A name in an address that is no facet, such as where somebody comes from, is nothing that a list is narrowed by. */
function withoutUnknown(query: ListingQuery, unknown: string[]): ListingQuery {
  return { ...query, chosen: query.chosen.filter(({ name }) => !unknown.includes(name)) }
}

/** The same page's added products alone, where a list is shown that has become longer. */
export function lastPageOf({ cards, ...rest }: Listing): Listing {
  return { ...rest, cards: cards.slice(-(cards.length % PAGE_SIZE || PAGE_SIZE)) }
}

function askOf({ shelf, words }: Source, query: ListingQuery, { locale, currency }: Locality): Ask {
  const { from, to } = priceRange(query, { locale, currency })
  return {
    ...{ locale, currency, shelf, words, chosen: query.chosen, priceFrom: from.amount, priceTo: to.amount },
    order: query.sort !== 'featured' ? query.sort : words === undefined ? 'merit' : 'relevance',
    size: query.shown,
    from: fromOf(query),
  }
}

/** A place leads to every page; a number alone to the first hundred. */
function fromOf({ after, before, page }: ListingQuery): Ask['from'] {
  const isJump = !after && !before
  if (isJump && page > MOST_JUMPED) throw new NotFound()
  return {
    skipped: (Math.min(page, MOST_JUMPED) - 1) * PAGE_SIZE,
    after: after ? placeOf(after) : undefined,
    before: before ? placeOf(before) : undefined,
  }
}
