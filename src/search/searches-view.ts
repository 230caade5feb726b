import { rows } from '../platform/database.ts'

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
