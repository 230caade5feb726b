import { rows, type Transaction } from '../platform/database.ts'

/** What somebody did in one go, the first thing first, before the shop knew of it; of nobody that could be named. */
export type PastVisit = { at: Date; kind: 'view' | 'basket' | 'purchase'; productId: number }[]

/** Keeps what was done in the past, so that there is something to learn from. */
export async function keepPastVisits(tx: Transaction, visits: readonly PastVisit[]): Promise<void> {
  const events = visits.flatMap((visit, number) => visit.map((event) => ({ ...event, number })))
  if (events.length === 0) return
  const given = { events: JSON.stringify(events) }
  await rows(MONTHS, given, tx)
  await rows(KEEP, given, tx)
}

const MONTHS = `
  select recommendations.keep_month(month) from (
    select distinct date_trunc('month', at, 'UTC') as month
    from json_to_recordset($events::json) as event(at timestamptz)) months`

/** Ids are given in the order of the visits, so that each finds its own again. */
const KEEP = `
  with event as (
    select * from json_to_recordset($events::json) as event(number integer, at timestamptz, kind text, "productId" bigint)),
  numbered as (
    select number, min(at) as began, max(at) as lasted, nextval('recommendations.visits_id_seq') as id
    from event group by number),
  visit as (
    insert into recommendations.visits (id, began_at, last_at) overriding system value
    select id, began, lasted from numbered)
  insert into recommendations.events (visit_id, at, kind, product_id)
  select numbered.id, event.at, event.kind, event."productId" from event join numbered using (number)`
