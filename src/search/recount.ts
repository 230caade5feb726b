import { patientTransaction, row, rows } from '../platform/database.ts'
import { defaultLocale } from '../platform/locale.ts'
import { MOST_CANDIDATES } from './candidates.ts'

const MOST_KEPT = 40
const SHELVES_AT_A_TIME = 8

/**
 * Counts again what large shelves hold, where something has changed, and forgets the counts of those that
 * are small enough to be counted as they are read.
 */
export async function recountShelves(): Promise<void> {
  for (;;) {
    const changed = await takeChanged()
    for (const shelf of changed) await recountShelf(shelf)
    if (changed.length < SHELVES_AT_A_TIME) return
  }
}

/** The marks are gone before counting begins: who changes a shelf meanwhile marks it again, and waits for nobody. */
async function takeChanged(): Promise<number[]> {
  const changed = await rows<{ shelf: number }>(
    `delete from search.changed_shelves where shelf in (
       select shelf from search.changed_shelves order by since limit ${SHELVES_AT_A_TIME} for update skip locked)
     returning shelf`,
  )
  return changed.map(({ shelf }) => shelf)
}

async function recountShelf(shelf: number): Promise<void> {
  try {
    await patientTransaction((tx) => rows(RECOUNT, { shelf, locale: defaultLocale }, tx))
  } catch (error) {
    await rows('insert into search.changed_shelves (shelf) values ($shelf) on conflict do nothing', { shelf })
    throw error
  }
}

/** Has every shelf counted again, for a mark may have been lost with the process that took it. */
export async function markShelves(): Promise<void> {
  await rows(
    'insert into search.changed_shelves (shelf) select distinct shelf from search.shelves order by shelf on conflict do nothing',
  )
}

/** Counts how many documents have each word, for the best guess at what is meant comes first. */
export async function recountWords(): Promise<void> {
  await patientTransaction((tx) => row(WORDS, [], tx))
}

const RECOUNT = `
  with sold as materialized (
    select document.facets, currency
    from search.shelves step
    join search.documents document on document.locale = $locale and document.id = step.document_id
    cross join jsonb_object_keys(document.prices) as currency
    where step.shelf = $shelf and (select count(*) from search.shelves where shelf = $shelf) >= ${MOST_CANDIDATES}),
  total as (
    select currency, count(*) as documents from sold group by currency having count(*) >= ${MOST_CANDIDATES}),
  tally as (
    select currency, facet, count(*) as documents
    from sold join total using (currency) cross join unnest(sold.facets) as facet
    group by currency, facet),
  ranked as (
    select tally.*, row_number() over (
      partition by tally.currency, known.name order by tally.documents desc, tally.facet) as place
    from tally join search.facets known on known.id = tally.facet),
  counted as materialized (
    select currency, facet, documents from ranked where place <= ${MOST_KEPT}
    union all
    select currency, 0, documents from total),
  removed as (
    delete from search.shelf_counts kept where kept.shelf = $shelf
      and not exists (select from counted where counted.currency = kept.currency and counted.facet = kept.facet))
  insert into search.shelf_counts (shelf, currency, facet, documents)
  select $shelf, currency, facet, documents from counted
  on conflict (shelf, currency, facet) do update set documents = excluded.documents`

const WORDS = `
  with used as (
    select locale, lexeme, count(*) as documents
    from search.documents cross join lateral unnest(tsvector_to_array(words)) as lexeme
    group by locale, lexeme)
  update search.vocabulary known set documents = used.documents
  from used
  where used.locale = known.locale and used.lexeme = known.lexeme and used.documents <> known.documents`
