import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

interface Search {
  query: string
  locale: Locale
  found: number
  /** What it was taken for, where its own words were unknown. */
  correction?: string | undefined
}

const LONGEST = 100

/** Notes for staff what people look for and how much there is; who they are is not kept. */
export async function recordSearch({ query, locale, found, correction = '' }: Search): Promise<void> {
  await rows(
    `insert into search.searches (day, locale, query, shown_for, found)
     values (current_date, $locale, $query, $correction, $found)
     on conflict (day, locale, query) do update
       set times = searches.times + 1, found = excluded.found, shown_for = excluded.shown_for`,
    { query: query.toLowerCase().slice(0, LONGEST), locale, correction: correction.slice(0, LONGEST), found },
  )
}

/** Forgets what was looked for longer ago than that. */
export async function forgetSearches(days: number): Promise<void> {
  await rows('delete from search.searches where day < current_date - $days::integer', { days })
}
export interface RecordedSearch {
  locale: string
  query: string
  /** What it was taken for, or nothing. */
  shownFor: string
  times: number
  /** How much there was the last time that somebody looked for it. */
  found: number
}

/** What people have looked for in the last days, the most frequent first; or only what they looked for in vain. */
export function searchesView({ days, inVain, count }: { days: number; inVain: boolean; count: number }) {
  return rows<RecordedSearch>(
    `select locale, query, (array_agg(shown_for order by day desc))[1] as "shownFor",
       sum(times)::integer as times, (array_agg(found order by day desc))[1] as found
     from search.searches
     where day > current_date - $days::integer
     group by locale, query
     having not $inVain::boolean or (array_agg(found order by day desc))[1] = 0
     order by times desc, query limit $count`,
    { days, inVain, count },
  )
}
