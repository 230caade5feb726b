import { row, rows } from '../platform/database.ts'
import { type Sql, sql } from '../platform/sql.ts'
import type { Ask, Found, Place } from './ask.ts'
import { ARE_MORE, candidatesOf, poolOf } from './candidates.ts'
import { countsOf } from './facet-counts.ts'
import { sortedPage } from './sorted-page.ts'
import { isBackwards, placeOf, walkOf } from './walk.ts'
import { nothingWanted, type WantedFacets, wantedFacets } from './wanted-facets.ts'
import { isWholeShelf, wholeShelf } from './whole-shelf.ts'

/** Read from the database, before it is known which way it was read. */
interface Read {
  total: number
  isAtLeast: boolean
  counts: Found['counts']
  /** The page, where all documents were looked at and sorted. */
  page: Place[] | null
  /** The page, where an index was walked along. */
  walked: Place[] | null
  unknown: string[]
}

/**
 * A page of the documents that are asked for, and how many each facet would give, by statements whose work
 * is bounded: at most 1,000 documents are looked at, 500 by relevance. Where there are more, the page is a walk along an
 * index, the total says "at least", and the counts of a whole shelf are those that were kept.
 */
export async function findDocuments(ask: Ask): Promise<Found> {
  const { page, walked, ...found } = isWholeShelf(ask) ? await readWhole(ask) : await readChosen(ask)
  const read = walked ?? page ?? []
  const isReversed = isBackwards(ask) && walked !== null
  const shown = read.slice(0, ask.size)
  if (isReversed) shown.reverse()
  return {
    ...found,
    ids: shown.map(({ id }) => id),
    isWalk: walked !== null,
    first: shown[0],
    last: shown.at(-1),
    hasMore: isReversed || read.length > ask.size,
  }
}

interface Leading extends Pick<Ask, 'locale' | 'currency'> {
  shelves: number[]
  /** So many of each shelf. */
  count: number
}

/** The documents that stand first on shelves by their merit, those of the first shelf before the others. */
export async function findLeaders({ shelves, count, locale, currency }: Leading): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select leader.id
     from unnest($shelves::integer[]) with ordinality as asked(shelf, place)
     cross join lateral (
       select step.document_id as id, step.merit
       from search.shelves step
       join search.documents document on document.id = step.document_id and document.locale = $locale
       where step.shelf = asked.shelf and document.prices ? $currency
       order by step.merit desc, step.document_id desc limit $count
     ) leader
     order by asked.place, leader.merit desc, leader.id desc`,
    { shelves, count, locale, currency },
  )
  return [...new Set(found.map(({ id }) => id))]
}

async function readWhole(ask: Ask): Promise<Read> {
  return { page: null, unknown: [], ...(await wholeShelf(ask, bindOf(ask, nothingWanted))) }
}

async function readChosen(ask: Ask): Promise<Read> {
  const facets = await wantedFacets(ask)
  const found = await row<Omit<Read, 'unknown'>>(chosenStatement(ask, facets), bindOf(ask, facets))
  return { ...found!, unknown: facets.unknown }
}

function chosenStatement(ask: Ask, facets: WantedFacets): Sql {
  return sql`
    with ${candidatesOf(ask, facets)},
    ${countsOf(ask, facets)},
    ${poolOf(ask, facets)},
    ${sortedPage(ask.order)}
    select (select documents from looked) as total, ${ARE_MORE} as "isAtLeast",
      (select jsonb_agg(page) from page) as page,
      ${ask.order === 'relevance' ? sql`null::jsonb` : walkIfMany(ask, facets)} as walked,
      (select coalesce(jsonb_agg(counts order by count desc, value), '[]') from counts) as counts`
}

function walkIfMany(ask: Ask, facets: WantedFacets): Sql {
  return sql`case when ${ARE_MORE}
    then (select jsonb_agg(walked) from (${walkOf(ask, facets)}) walked) end`
}

function bindOf(ask: Ask, { wanted, others }: WantedFacets) {
  const { from, priceFrom, priceTo, words, size } = ask
  const place = placeOf(ask)
  return {
    locale: ask.locale,
    currency: ask.currency,
    shelf: ask.shelf,
    wanted,
    chosenNames: ask.chosen.map(({ name }) => name),
    chosenValues: ask.chosen.flatMap(({ name, values }) => values.map((value) => `${name} ${value}`)),
    ...Object.fromEntries(
      others.flatMap((other, index) => [
        [`name${index}`, other.name],
        [`wanted${index}`, other.wanted],
      ]),
    ),
    priceFrom: priceFrom ?? null,
    priceTo: priceTo ?? null,
    words: words ?? null,
    limit: size + 1,
    skipped: from.skipped,
    key: place?.key ?? null,
    id: place?.id ?? null,
  }
}
