import { numberedPages, type PageLink } from '../platform/numbered-pages.ts'
import type { Found } from '../search/index.ts'
import { listingAddress, writePlace } from './listing-address.ts'
import { type ListingQuery, MOST_JUMPED, MOST_SHOWN, PAGE_SIZE } from './listing-query.ts'

export interface PageLinks {
  /** How many pages there are; undefined where nobody has counted. */
  pageCount: number | undefined
  pages: PageLink[]
  next: string | null
  previous: string | null
  /** What a page with script does instead of going on: the list with one page more. */
  more: string | null
}

/**
 * The links from one page of a list to its others. Where all pages have been counted and can be jumped to, these are
 * the first, the last and those around this one; in a very long list, the first alone. On a walk the next and the one
 * before name a place in the order, and so stay true when goods come and go.
 */
export function pageLinks(path: string, query: ListingQuery, found: Found): PageLinks {
  const { page, shown } = query
  const last = page - 1 + shown / PAGE_SIZE
  const pageCount = found.isAtLeast && found.isWalk ? undefined : Math.ceil(found.total / PAGE_SIZE)
  const canJump = pageCount !== undefined && pageCount <= MOST_JUMPED
  const state = { ...query, after: '', before: '', shown: PAGE_SIZE }
  const hasMore = found.isWalk ? found.hasMore : last < pageCount!
  const next = found.isWalk && found.last ? { after: writePlace(found.last) } : {}
  const previous = found.isWalk && found.first && page > 2 ? { before: writePlace(found.first) } : {}
  return {
    pageCount,
    pages: canJump
      ? numberedPages(page, pageCount, (number) => listingAddress(path, { ...state, page: number })).pages
      : walked(path, query),
    next: hasMore ? listingAddress(path, { ...state, ...next, page: last + 1 }) : null,
    previous: page > 1 ? listingAddress(path, { ...state, ...previous, page: page - 1 }) : null,
    more: hasMore && shown < MOST_SHOWN ? listingAddress(path, { ...query, shown: shown + PAGE_SIZE }) : null,
  }
}

function walked(path: string, query: ListingQuery): PageLink[] {
  const first = { ...query, after: '', before: '', shown: PAGE_SIZE, page: 1 }
  const current = { number: query.page, address: listingAddress(path, query), isCurrent: true }
  const start = { number: 1, address: listingAddress(path, first), isCurrent: false }
  return query.page === 1 ? [current] : [start, current]
}
