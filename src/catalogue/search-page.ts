import { row } from '../platform/database.ts'
import { type Listing, type ListingRequest, listing } from './listing.ts'
import type { Locality } from './locality.ts'

export type SearchPage = {
  query: string
  listing: Listing
}

const LONGEST_QUERY = 200
const MOST_WORDS = 8

/**
 * A page of the products that have every word of the query in their title, summary, brand, SKU or options;
 * the last word may be the beginning of one. At most 1,000 products are looked at.
 */
export async function searchPage(
  asked: string,
  request: ListingRequest,
  locality: Locality,
): Promise<SearchPage> {
  const query = asked.trim().replace(/\s+/g, ' ').slice(0, LONGEST_QUERY)
  const bind = { words: prefixQuery(query), searched: locality.locale }
  return {
    query,
    listing: await listing({ sql: MATCHES, bind, address: '/search', query }, request, locality),
  }
}

/** The published product's variant that has exactly this SKU, whatever the case of its letters. */
export function findBySku(asked: string): Promise<{ slug: string; sku: string } | undefined> {
  return row<{ slug: string; sku: string }>(
    `select product.slug, variant.sku
     from catalogue.variants variant join catalogue.products product on product.id = variant.product_id
     where lower(variant.sku) = lower($sku) and variant.retired_at is null and product.published_at <= now()
     order by variant.sku limit 1`,
    { sku: asked.trim().slice(0, LONGEST_QUERY) },
  )
}

function prefixQuery(query: string): string {
  const words = query.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length === 0 ? '' : `${words.slice(0, MOST_WORDS).join(' & ')}:*`
}

const MATCHES = `
  select product_id, ts_rank(words, search) as rank
  from catalogue.product_words
  cross join to_tsquery(catalogue.grammar_of($searched), catalogue.plain($words)) as search
  where locale = $searched and words @@ search
  limit 1000`
