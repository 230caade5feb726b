import { rows } from '../platform/database.ts'
import type { Ask } from './ask.ts'

/** What is asked of the facets of a document, as PostgreSQL's `query_int`; null where nothing is. */
export interface WantedFacets {
  wanted: string | null
  /** The same for each facet of which something is chosen, but for what is chosen of that one. */
  others: { name: string; wanted: string | null }[]
}

/** No facet has this number: a value that nobody knows is one that no document has. */
const UNKNOWN = 0

/** The facets that are asked for, by the numbers that stand for them. */
export async function wantedFacets({ chosen }: Ask): Promise<WantedFacets> {
  if (chosen.length === 0) return { wanted: null, others: [] }
  const known = await rows<{ id: number; name: string; value: string }>(
    `select facet.id, facet.name, facet.value
     from jsonb_to_recordset($asked::jsonb) as asked(name text, "values" jsonb)
     join search.facets facet on facet.name = asked.name and asked."values" ? facet.value`,
    { asked: JSON.stringify(chosen) },
  )
  const idsOf = (name: string) => known.filter((facet) => facet.name === name).map(({ id }) => id)
  const groups = chosen.map(({ name }) => ({ name, wanted: `(${[UNKNOWN, ...idsOf(name)].join('|')})` }))
  return {
    wanted: all(groups.map(({ wanted }) => wanted)),
    others: chosen.map(({ name }) => ({
      name,
      wanted: all(groups.filter((group) => group.name !== name).map(({ wanted }) => wanted)),
    })),
  }
}

function all(groups: string[]): string | null {
  return groups.length === 0 ? null : groups.join('&')
}
