import type { Chosen, Order } from '../search/index.ts'

/** The sorts that a visitor can choose; `featured` is the shop's own choice, or what fits a search best. */
export const sorts = ['featured', 'popularity', 'newest', 'price', 'price-down', 'name'] as const satisfies (
  | Order
  | 'featured'
)[]
export type Sort = (typeof sorts)[number]

/** Everything that the address of a list says. */
export interface ListingQuery {
  q: string
  /** The words are to be taken as they are, without looking for what they might mean. */
  exact: boolean
  sort: Sort
  chosen: Chosen[]
  /** As they were typed. */
  priceFrom: string
  priceTo: string
  page: number
  /** The place in the order behind, or before, which the page begins: `<key>~<id>`. */
  after: string
  before: string
  /** How many products are shown, where it is more than one page. */
  shown: number
}

export const PAGE_SIZE = 24
export const MOST_SHOWN = 10 * PAGE_SIZE
const MOST_PAGES = 100_000

/** So many pages can be jumped to by their number alone; further ones are walked to. */
export const MOST_JUMPED = 100
const LONGEST_QUERY = 200
const MOST_FACETS = 8
const MOST_VALUES = 24

/** What has a meaning of its own in the address of a list, and can therefore be no attribute's key. */
export const reservedNames = new Set(
  'q exact sort price-from price-to page after before shown category currency'.split(' '),
)

/** Reads the address of a list. What makes no sense is taken as if it were not there. */
export function readListingQuery(query: Record<string, unknown>): ListingQuery {
  const text = (name: string) => [query[name]].flat().find((value) => typeof value === 'string') ?? ''
  return {
    q: text('q')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST_QUERY),
    exact: text('exact') === 'yes',
    sort: sorts.find((sort) => sort === text('sort')) ?? 'featured',
    chosen: readChosen(query),
    priceFrom: text('price-from').trim().slice(0, 20),
    priceTo: text('price-to').trim().slice(0, 20),
    page: readCount(text('page'), MOST_PAGES) ?? 1,
    after: readPlace(text('after')),
    before: readPlace(text('before')),
    shown: Math.ceil((readCount(text('shown'), MOST_SHOWN) ?? PAGE_SIZE) / PAGE_SIZE) * PAGE_SIZE,
  }
}

function readChosen(query: Record<string, unknown>): Chosen[] {
  return Object.entries(query)
    .filter(
      ([name]) => /^[a-z][a-z0-9-]{0,60}$/.test(name) && (name === 'category' || !reservedNames.has(name)),
    )
    .map(([name, given]) => ({ name, values: valuesOf(given) }))
    .filter(({ values }) => values.length > 0)
    .slice(0, MOST_FACETS)
}

function valuesOf(given: unknown): string[] {
  const values = [given].flat().filter((value) => typeof value === 'string')
  return [...new Set(values)].filter((value) => /^[a-z0-9-]{1,80}$/.test(value)).slice(0, MOST_VALUES)
}

function readCount(text: string, most: number): number | undefined {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= most ? count : undefined
}

function readPlace(text: string): string {
  return /^.{1,300}~\d{1,15}$/.test(text) ? text : ''
}
