import { joinSql, type Sql, sql } from '../platform/sql.ts'
import type { Ask } from './ask.ts'
import { conditionsOf, MOST_CANDIDATES } from './candidates.ts'
import type { WantedFacets } from './wanted-facets.ts'

const MOST_VALUES = 40

/**
 * SQL of how many documents each value would give. A facet of which something is chosen already is counted
 * without its own choice: that is what choosing one value more, or another one, would lead to.
 */
export function countsOf(ask: Ask, { others }: WantedFacets): Sql {
  return sql`
    counted as (
      select facet.name, facet.value, tally.count
      from (
        select had as id, count(*) as count from (select unnest(facets) as had from candidates) each group by had
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
        select document.facets from search.documents document
        where ${conditionsOf(ask)} ${wanted === null ? sql`` : hasOthers}
        limit ${MOST_CANDIDATES}
      ) sample
      cross join unnest(sample.facets) as had
      join search.facets facet on facet.id = had and facet.name = $name${index}
      group by facet.name, facet.value`
}
