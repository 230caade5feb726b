import { rows } from '../platform/database.ts'
import { NotFound } from '../platform/errors.ts'
import { type Card, cardsOf } from './cards.ts'
import type { Locality } from './locality.ts'
import { type PageLink, pageLinks } from './page-links.ts'

export const sorts = ['featured', 'price', 'price-down', 'name', 'newest'] as const
export type Sort = (typeof sorts)[number]

/** One page of a list of products. Addresses are without the language's prefix. */
export interface Listing {
  cards: Card[]
  total: number
  page: number
  pageCount: number
  pages: PageLink[]
  next: string | null
  previous: string | null
  sort: Sort
  sorts: readonly Sort[]
  address: string
  query: string | null
}

/** What a visitor asks of a list. */
export interface ListingRequest {
  page: number
  sort: Sort
}

/** Where the products of a list come from: SQL that gives `product_id` and `rank`, with what it binds. */
export interface Source {
  sql: string
  bind: Record<string, unknown>
  address: string
  query: string | null
}

const PAGE_SIZE = 24

/**
 * A page of the published products that have a price in the visitor's currency.
 * @throws NotFound for a page beyond the last one.
 */
export async function listing(source: Source, request: ListingRequest, locality: Locality): Promise<Listing> {
  const { page, sort } = request
  const { address, query } = source
  const found = await rows<{ id: number; total: number }>(productsOf(source, sort), {
    ...source.bind,
    currency: locality.currency,
    locale: locality.locale,
    pageSize: PAGE_SIZE,
    skipped: (page - 1) * PAGE_SIZE,
  })
  if (found.length === 0 && page > 1) throw new NotFound()
  const total = found[0]?.total ?? 0
  const cards = await cardsOf(
    found.map(({ id }) => id),
    locality,
  )
  const links = pageLinks({
    address,
    query,
    sort: sort === sorts[0] ? null : sort,
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
  })
  return { cards, total, page, sort, sorts, address, query, ...links }
}

const orders: Record<Sort, string> = {
  featured: 'source.rank desc, product.featured desc, product.published_at desc',
  price: 'offer.lowest',
  'price-down': 'offer.lowest desc',
  name: 'catalogue.in_locale(product.title, $locale) collate "und-x-icu"',
  newest: 'product.published_at desc',
}

function productsOf(source: Source, sort: Sort): string {
  return `
    select product.id, count(*) over ()::integer as total
    from (${source.sql}) as source
    join catalogue.products product on product.id = source.product_id
    join catalogue.offers offer on offer.product_id = product.id and offer.currency = $currency
    where product.published_at <= now()
    order by ${orders[sort]}, product.id desc
    limit $pageSize offset $skipped`
}
