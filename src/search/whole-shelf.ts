import { row, rows } from '../platform/database.ts'
import type { Ask, FacetCount, Place } from './ask.ts'
import { MOST_CANDIDATES } from './candidates.ts'
import { walkOf } from './walk.ts'
import { nothingWanted } from './wanted-facets.ts'

interface WholeShelf {
  total: number
  isAtLeast: boolean
  counts: FacetCount[]
  walked: Place[]
}

/** Whether nothing but a shelf is asked for: what large shelves hold has been counted before. */
export function isWholeShelf({ words, chosen, priceFrom, priceTo, order }: Ask): boolean {
  const isChosen =
    words !== undefined || chosen.length > 0 || priceFrom !== undefined || priceTo !== undefined
  return !isChosen && order !== 'relevance'
}

/** A page of everything on a shelf, and what is on it. */
export async function wholeShelf(ask: Ask, bind: Record<string, unknown>): Promise<WholeShelf> {
  const [counted, walked] = await Promise.all([
    row<{ large: number | null; looked: number; counts: FacetCount[] }>(COUNTS, bind),
    rows<Place>(walkOf(ask, nothingWanted), bind),
  ])
  const { large, looked, counts } = counted!
  return { total: large ?? looked, isAtLeast: large === null && looked === MOST_CANDIDATES, counts, walked }
}

const COUNTS = `
  with large as materialized (
    select documents from search.shelf_counts where shelf = $shelf and currency = $currency and facet = 0),
  looked as materialized (
    select document.facets
    from search.shelves step
    join search.documents document on document.locale = $locale and document.id = step.document_id
    where step.shelf = $shelf and document.prices ? $currency and not exists (select from large)
    limit ${MOST_CANDIDATES}),
  counts as (
    select facet, documents as count from search.shelf_counts
    where shelf = $shelf and currency = $currency and facet <> 0 and exists (select from large)
    union all
    select facet, count(*) from (select unnest(facets) as facet from looked) each group by facet)
  select (select documents from large) as large, (select count(*) from looked) as looked, (
    select coalesce(jsonb_agg(jsonb_build_object('name', facet.name, 'value', facet.value, 'count', counts.count)
      order by counts.count desc, facet.value), '[]')
    from counts join search.facets facet on facet.id = counts.facet) as counts`
