import { joinSql, type Sql, sql } from '../platform/sql.ts'
import type { Ask } from './ask.ts'
import { ARE_MORE, conditionsOf, mostCandidates, onShelf } from './candidates.ts'
import { documentsIn } from './documents-in.ts'
import type { WantedFacets } from './wanted-facets.ts'

const MOST_VALUES = 40

/** Where there are more than can be looked at, the counts say how many there are at least: fewer will do for that. */
const SAMPLE = 250

/**
 * SQL of how many documents each value would give. A facet of which something is chosen already is counted
 * without its own choice: that is what choosing one value more, or another one, would lead to.
 */
export function countsOf(ask: Ask, { others }: WantedFacets): Sql {
  return sql`
    counting as (
      select facets from candidates limit case when ${ARE_MORE} then ${SAMPLE} end),
    counted as (
      select facet.name, facet.value, tally.count
      from (
        select had as id, count(*) as count from (select unnest(facets) as had from counting) each group by had
      ) tally
      join search.facets facet on facet.id = tally.id
      where facet.name <> all($chosenNames::text[])
      ${joinSql(
        others.map((other, index) => countsOfChosen(ask, other, index)),
        sql` `,
      )}),
    counts as (
      select name, value, count from (
        select counted.*, row_number() over (partition by name order by count desc, value) as place from counted
      ) ranked
      where place <= ${MOST_VALUES} or name || ' ' || value = any($chosenValues::text[]))`
}

function countsOfChosen(ask: Ask, { wanted }: WantedFacets['others'][number], index: number): Sql {
  const hasOthers = sql`and document.facets operator(search.@@) $wanted${index}::search.query_int`
  return sql`
      union all
      select facet.name, facet.value, count(*)
      from (
        select document.facets from ${documentsIn[ask.locale]} document
        where ${conditionsOf(ask)} ${onShelf(ask)} ${wanted === null ? sql`` : hasOthers}
        limit ${mostCandidates(ask)}
      ) sample
      cross join unnest(sample.facets) as had
      join search.facets facet on facet.id = had and facet.name = $name${index}
      group by facet.name, facet.value`
}
