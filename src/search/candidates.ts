import { type Sql, sql } from '../platform/sql.ts'
import type { Ask } from './ask.ts'
import { documentsIn } from './documents-in.ts'
import { EVERYTHING } from './facet.ts'
import type { WantedFacets } from './wanted-facets.ts'

/**
 * As many documents are looked at, at the most: what a page costs does not grow with the shop. Half as many where each is
 * weighed against the words, which takes as long again as finding it.
 */
export function mostCandidates({ order }: Ask): number {
  return order === 'relevance' ? MOST_CANDIDATES / 2 : MOST_CANDIDATES
}

export const MOST_CANDIDATES = 1_000

/** SQL of the documents that are looked at, and of how many these are. */
export function candidatesOf(ask: Ask, { wanted }: WantedFacets): Sql {
  return sql`
    candidates as materialized (
      select ${columnsOf(ask)}
      from ${documentsIn[ask.locale]} document
      where ${conditionsOf(ask)} ${onShelf(ask)} ${wanted === null ? NOTHING : HAS_FACETS}
      limit ${mostCandidates(ask)}),
    looked as materialized (
      select count(*) as documents, count(*) = ${mostCandidates(ask)} as is_full from candidates)`
}

/** SQL of whether there may be more documents than are looked at. */
export const ARE_MORE = sql`(select is_full from looked)`

/**
 * SQL of what the best are chosen from. Where there are more documents than can be looked at, those that were are any of
 * them: what the shelf itself would show first is looked at too, so that it is not missed.
 */
export function poolOf(ask: Ask, { wanted }: WantedFacets): Sql {
  return sql`
    leaders as materialized (
      select ${columnsOf(ask)}
      from (
        select document_id from search.shelves where shelf = $shelf
        order by merit desc, document_id desc limit ${LEADERS}
      ) ahead
      join ${documentsIn[ask.locale]} document on document.id = ahead.document_id
      where ${conditionsOf(ask)} ${wanted === null ? NOTHING : HAS_FACETS}
        and ${ARE_MORE}),
    pool as (
      select * from candidates
      union all
      select * from leaders where not exists (select from candidates where candidates.id = leaders.id))`
}

function columnsOf(ask: Ask): Sql {
  return sql`document.id, document.name, document.facets, document.merit, document.popularity, document.newest,
    (document.prices ->> $currency)::bigint as price, ${ask.words === undefined ? NO_RANK : RANK} as rank`
}

/** SQL of what is asked of each document, but for its shelf and its facets. */
export function conditionsOf({ words, priceFrom, priceTo }: Ask): Sql {
  return sql`document.locale = $locale and document.prices ? $currency
    ${words === undefined ? NOTHING : sql`and document.words @@ to_tsquery(search.grammar_of($locale), $words)`}
    ${priceFrom === undefined ? NOTHING : sql`and (document.prices ->> $currency)::bigint >= $priceFrom`}
    ${priceTo === undefined ? NOTHING : sql`and (document.prices ->> $currency)::bigint <= $priceTo`}`
}

/** SQL of where it stands, for those who do not go along the shelf itself. */
export function onShelf({ shelf }: Ask): Sql {
  return shelf === EVERYTHING ? NOTHING : sql`and document.shelves operator(search.@>) array[$shelf::integer]`
}

/** So many of what the shelf would show first. */
const LEADERS = 60

const NOTHING = sql``
const RANK = sql`ts_rank(document.words, to_tsquery(search.grammar_of($locale), $words))`
const NO_RANK = sql`0::real`

export const HAS_FACETS = sql`and document.facets operator(search.@@) $wanted::search.query_int`
