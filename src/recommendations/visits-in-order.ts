import { rows } from '../platform/database.ts'
import type { Event } from './engine/event-log.ts'

/** Where reading has come to: the last visit that was read. */
export interface Place {
  lastAt: Date
  id: number
}

export const THE_BEGINNING: Place = { lastAt: new Date(0), id: 0 }

const AT_A_TIME = 2_000

/**
 * What was done in the visits that have ended (half an hour ago) after a place, from the oldest to the newest: events of a
 * visit stand together. Nobody is named: what is learnt of it knows no people.
 */
export async function* visitsAfter(from: Place): AsyncGenerator<{ events: Event[]; place: Place }> {
  let place = from
  for (;;) {
    const visits = await rows<Place>(VISITS, { ...place, count: AT_A_TIME })
    const last = visits.at(-1)
    if (!last) return
    const events = await rows<Event>(EVENTS, {
      visitIds: visits.map(({ id }) => id),
      from: new Date(visits[0]!.lastAt.getTime() - LONGEST_VISIT_MS),
      to: last.lastAt,
    })
    place = last
    yield { events, place }
  }
}

/** So that only months in which something can be are looked at. */
const LONGEST_VISIT_MS = 7 * 24 * 3_600_000

/** Times are compared as JavaScript knows them, in milliseconds: else the last visit would come again and again. */
const VISITS = `
  select id, date_trunc('milliseconds', last_at) as "lastAt" from recommendations.visits
  where (date_trunc('milliseconds', last_at), id) > ($lastAt::timestamptz, $id::bigint)
    and last_at >= $lastAt::timestamptz and last_at < now() - interval '30 minutes'
  order by date_trunc('milliseconds', last_at), id limit $count`

const EVENTS = `
  select '' as user, event.visit_id::text as session, event.product_id::text as item,
    date_part('epoch', event.at) as ts, case event.kind when 'wish' then 'basket' else event.kind end as event
  from unnest($visitIds::bigint[]) with ordinality as visit(id, place)
  join recommendations.events event on event.visit_id = visit.id
    and event.at >= $from::timestamptz and event.at < $to::timestamptz + interval '1 second'
  where event.kind in ('view', 'basket', 'wish', 'purchase')
  order by visit.place, event.at`
