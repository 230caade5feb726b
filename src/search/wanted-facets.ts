import { rows } from '../platform/database.ts'
import type { Ask } from './ask.ts'

/** What is asked of the facets of a document, as PostgreSQL's `query_int`; null where nothing is. */
export interface WantedFacets {
  wanted: string | null
  /** The same for each facet of which something is chosen, but for what is chosen of that one. */
  others: { name: string; wanted: string | null }[]
  /** Names that no document knows: they are not asked for. */
  unknown: string[]
}

/** No facet has this number: a value that nobody knows is one that no document has. */
const UNKNOWN = 0

/** The facets that are asked for, by the numbers that stand for them. */
export async function wantedFacets({ chosen }: Ask): Promise<WantedFacets> {
  if (chosen.length === 0) return nothingWanted
  const known = await rows<{ name: string; ids: number[] }>(
    `select asked.name, array(
       select facet.id from search.facets facet where facet.name = asked.name and asked."values" ? facet.value) as ids
     from jsonb_to_recordset($asked::jsonb) as asked(name text, "values" jsonb)
     where exists (select from search.facets facet where facet.name = asked.name)`,
    { asked: JSON.stringify(chosen) },
  )
  const groups = known.map(({ name, ids }) => ({ name, wanted: `(${[UNKNOWN, ...ids].join('|')})` }))
  const others = groups.map(({ name }) => ({
    name,
    wanted: all(groups.filter((group) => group.name !== name).map(({ wanted }) => wanted)),
  }))
  const names = new Set(known.map(({ name }) => name))
  return {
    wanted: all(groups.map(({ wanted }) => wanted)),
    others,
    unknown: chosen.map(({ name }) => name).filter((name) => !names.has(name)),
  }
}

export const nothingWanted: WantedFacets = { wanted: null, others: [], unknown: [] }

function all(groups: string[]): string | null {
  return groups.length === 0 ? null : groups.join('&')
}
