import { rows, transaction } from '../platform/database.ts'
import { sql } from '../platform/sql.ts'

/** What somebody has done, and when. */
export interface KeptDeed {
  visitorId: string
  at: Date
  kind: 'view' | 'search' | 'basket' | 'wish' | 'purchase' | 'impression' | 'click' | 'dismissal'
  productId?: number
  words?: string
  placement?: string
  /** By what it was recommended. */
  version?: string
  /** The products that stood there. */
  shown?: number[]
  /** What was paid, in minor units, and in which currency (ISO 4217). */
  amount?: number
  currency?: string
}

/**
 * Keeps what those have done who have agreed to it; nothing of anybody else. A click belongs to what was shown before it, and
 * what comes into a basket or is bought to the click that led there within a week.
 */
export async function keepDeeds(deeds: readonly KeptDeed[]): Promise<void> {
  if (deeds.length === 0) return
  await transaction(async (tx) => {
    await rows(KEEP, { deeds: JSON.stringify(deeds) }, tx)
  })
}

const GIVEN = sql`
  select deed.* from json_to_recordset($deeds::json) as deed("visitorId" uuid, at timestamptz, kind text, "productId" bigint,
    words text, placement text, version text, shown bigint[], amount bigint, currency text)
  join customers.agreements agreed on agreed.visitor_id = deed."visitorId" and agreed.purpose = 'personalisation'`

/** The visit that is under way, renewed, or a new one. */
const VISITS = sql`
  came as (select "visitorId", min(at) as began, max(at) as lasted from deed group by "visitorId"),
  present as (
    select came.*, (
      select visit.id from recommendations.visits visit
      where visit.visitor_id = came."visitorId" and visit.last_at > came.began - interval '30 minutes'
      order by visit.last_at desc limit 1) as id
    from came),
  renewed as (
    update recommendations.visits visit set last_at = greatest(visit.last_at, present.lasted)
    from present where visit.id = present.id returning visit.id, visit.visitor_id),
  begun as (
    insert into recommendations.visits (visitor_id, began_at, last_at)
    select "visitorId", began, lasted from present where id is null returning id, visitor_id),
  visit as (select * from renewed union all select * from begun)`

const SHOWN_BEFORE = sql`
  select earlier.version from recommendations.events earlier
  where deed.kind = 'click' and earlier.kind = 'impression' and earlier.visit_id = visit.id
    and earlier.placement = deed.placement and deed."productId" = any(earlier.shown)
    and earlier.at > deed.at - interval '2 hours'
  order by earlier.at desc limit 1`

const LED_HERE = sql`
  select click.placement, click.version
  from recommendations.visits earlier
  join recommendations.events click on click.visit_id = earlier.id
  where deed.kind in ('basket', 'purchase') and earlier.visitor_id = deed."visitorId"
    and earlier.last_at > deed.at - interval '7 days' and click.at > deed.at - interval '7 days'
    and click.kind = 'click' and click.product_id = deed."productId"
  order by click.at desc limit 1`

const KEEP = sql`
  with deed as (${GIVEN}), ${VISITS}
  insert into recommendations.events
    (visit_id, at, kind, product_id, words, placement, version, shown, amount, currency)
  select visit.id, deed.at, deed.kind, deed."productId", left(deed.words, 100),
    coalesce(deed.placement, led.placement), coalesce(deed.version, seen.version, led.version),
    deed.shown, deed.amount, deed.currency
  from deed join visit on visit.visitor_id = deed."visitorId"
  left join lateral (${SHOWN_BEFORE}) seen on true
  left join lateral (${LED_HERE}) led on true
  where deed.kind <> 'click' or seen.version is not null`
