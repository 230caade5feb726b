import { rows, type Transaction } from '../platform/database.ts'
import type { SearchDocument } from './document.ts'
import { EVERYTHING, type Facet } from './facet.ts'
import { learnWords } from './learn-words.ts'

/** Puts the documents where they are found, instead of what was there under their ids. */
export async function saveDocuments(documents: SearchDocument[], tx: Transaction): Promise<void> {
  if (documents.length === 0) return
  await saveTexts(documents, await nameFacets(documents, tx), tx)
  await saveShelves(documents, tx)
  await learnWords(documents, tx)
}

/** Takes documents out of every list. */
export async function removeDocuments(ids: number[], tx: Transaction): Promise<void> {
  if (ids.length === 0) return
  await rows(
    `with gone as (delete from search.documents where id = any($ids::bigint[])),
     shelved as (delete from search.shelves where document_id = any($ids::bigint[]) returning shelf),
     priced as (delete from search.shelf_prices where document_id = any($ids::bigint[])),
     named as (delete from search.shelf_names where document_id = any($ids::bigint[]))
     insert into search.changed_shelves (shelf) select distinct shelf from shelved order by shelf
     on conflict do nothing`,
    { ids },
    tx,
  )
}

type FacetIds = Map<string, number>

/** The numbers of all facets of the documents; one that is new gets the next. */
async function nameFacets(documents: SearchDocument[], tx: Transaction): Promise<FacetIds> {
  const facets = new Map(documents.flatMap(({ facets }) => facets).map((facet) => [keyOf(facet), facet]))
  const bind = { facets: JSON.stringify([...facets.values()]) }
  await rows(
    `insert into search.facets (name, value)
     select name, value from jsonb_to_recordset($facets::jsonb) as facet(name text, value text)
     where not exists (select from search.facets known where known.name = facet.name and known.value = facet.value)
     order by name, value on conflict do nothing`,
    bind,
    tx,
  )
  const known = await rows<Facet & { id: number }>(
    `select known.id, known.name, known.value
     from jsonb_to_recordset($facets::jsonb) as facet(name text, value text)
     join search.facets known on known.name = facet.name and known.value = facet.value`,
    bind,
    tx,
  )
  return new Map(known.map(({ id, ...facet }) => [keyOf(facet), id]))
}

function keyOf({ name, value }: Facet): string {
  return `${name}=${value}`
}

/** One row a language. */
async function saveTexts(documents: SearchDocument[], facetIds: FacetIds, tx: Transaction): Promise<void> {
  const given = documents.flatMap(({ texts, ...document }) => {
    const facets = [...new Set(document.facets.map((facet) => facetIds.get(keyOf(facet))!))].sort(
      (a, b) => a - b,
    )
    return Object.entries(texts).map(([locale, { name, terms, codes, summary }]) => ({
      id: document.id,
      merit: document.merit,
      popularity: document.popularity,
      newest: document.newest,
      facets,
      shelves: document.shelves,
      prices: document.prices,
      locale,
      name,
      terms: [...terms, ...codes].join(' '),
      summary,
    }))
  })
  await rows(
    `insert into search.documents (id, locale, name, words, facets, shelves, prices, merit, popularity, newest)
     select id, locale, name,
       setweight(search.words_of(locale, name), 'A') || setweight(search.words_of(locale, terms), 'B')
       || setweight(search.words_of(locale, summary), 'C'),
       facets, shelves, prices, merit, popularity, newest
     from jsonb_to_recordset($given::jsonb) as document(id bigint, locale text, name text, terms text,
       summary text, facets integer[], shelves integer[], prices jsonb, merit double precision,
       popularity double precision, newest timestamptz)
     order by locale, id
     on conflict (locale, id) do update set name = excluded.name, words = excluded.words, facets = excluded.facets,
       shelves = excluded.shelves, prices = excluded.prices, merit = excluded.merit,
       popularity = excluded.popularity, newest = excluded.newest`,
    { given: JSON.stringify(given) },
    tx,
  )
}

async function saveShelves(documents: SearchDocument[], tx: Transaction): Promise<void> {
  const given = documents.map(({ id, merit, popularity, newest, shelves, prices, texts }) => ({
    ...{ id, merit, popularity, newest, prices },
    shelves: [EVERYTHING, ...shelves],
    names: Object.fromEntries(Object.entries(texts).map(([locale, { name }]) => [locale, name])),
  }))
  const bind = { given: JSON.stringify(given), ids: documents.map(({ id }) => id) }
  await rows(SHELVES, bind, tx)
  await rows(SHELF_PRICES, bind, tx)
  await rows(SHELF_NAMES, bind, tx)
}

const GIVEN = `
  given as materialized (
    select id, shelf, merit, popularity, newest, prices, names
    from jsonb_to_recordset($given::jsonb) as document(id bigint, shelves integer[], merit double precision,
      popularity double precision, newest timestamptz, prices jsonb, names jsonb)
    cross join unnest(shelves) as shelf)`

const SHELVES = `
  with ${GIVEN},
  removed as (
    delete from search.shelves known where document_id = any($ids::bigint[])
      and not exists (select from given where given.shelf = known.shelf and given.id = known.document_id)
    returning shelf),
  changed as (
    insert into search.changed_shelves (shelf)
    select shelf from given union select shelf from removed order by shelf on conflict do nothing)
  insert into search.shelves (shelf, document_id, merit, popularity, newest)
  select shelf, id, merit, popularity, newest from given
  on conflict (shelf, document_id) do update set merit = excluded.merit, popularity = excluded.popularity,
    newest = excluded.newest
  where (shelves.merit, shelves.popularity, shelves.newest)
    is distinct from (excluded.merit, excluded.popularity, excluded.newest)`

const SHELF_PRICES = `
  with ${GIVEN},
  priced as materialized (
    select id, shelf, key as currency, value::bigint as price from given cross join jsonb_each_text(prices)),
  removed as (
    delete from search.shelf_prices known where document_id = any($ids::bigint[])
      and not exists (
        select from priced where priced.id = known.document_id and priced.shelf = known.shelf
          and priced.currency = known.currency and priced.price = known.price))
  insert into search.shelf_prices (shelf, currency, price, document_id)
  select shelf, currency, price, id from priced on conflict do nothing`

const SHELF_NAMES = `
  with ${GIVEN},
  named as materialized (
    select id, shelf, key as locale, value collate "C" as name from given cross join jsonb_each_text(names)),
  removed as (
    delete from search.shelf_names known where document_id = any($ids::bigint[])
      and not exists (
        select from named where named.id = known.document_id and named.shelf = known.shelf
          and named.locale = known.locale and named.name = known.name collate "C"))
  insert into search.shelf_names (shelf, locale, name, document_id)
  select shelf, locale, name, id from named on conflict do nothing`
