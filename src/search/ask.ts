import type { Locale } from '../platform/locale.ts'

export const orders = ['relevance', 'merit', 'newest', 'price', 'price-down', 'name', 'popularity'] as const
export type Order = (typeof orders)[number]

/** What somebody looks for: documents on a shelf, with certain words, chosen by facets. */
export interface Ask {
  locale: Locale
  currency: string
  /** `EVERYTHING`, or one of the owner's. */
  shelf: number
  /** As `understand` gives it. */
  words?: string | undefined
  /** Of each facet that is named at least one of the values. */
  chosen: Chosen[]
  /** In minor units, both included. */
  priceFrom?: number | undefined
  priceTo?: number | undefined
  order: Order
  size: number
  /** Where the page begins: beyond a place that an earlier page has given; where that leads nowhere, after so many. */
  from: { skipped: number; after?: Place | undefined; before?: Place | undefined }
}

export interface Chosen {
  name: string
  values: string[]
}

/** A document's place in an order: what it is sorted by, as PostgreSQL writes it, and its id. */
export interface Place {
  key: string
  id: number
}

export interface Found {
  /** The documents of the page, in order. */
  ids: number[]
  /** How many there are; when `isAtLeast`, there may be more. */
  total: number
  isAtLeast: boolean
  /** The page is a walk from place to place: a number alone does not lead to every page. */
  isWalk: boolean
  /** Facets of which nobody has ever heard: they were not asked for. */
  unknown: string[]
  first: Place | undefined
  last: Place | undefined
  hasMore: boolean
  /** How many documents each value of a facet would give, with what else is chosen; the largest first. */
  counts: FacetCount[]
}

export interface FacetCount {
  name: string
  value: string
  count: number
}
