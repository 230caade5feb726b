import { row, rows } from '../platform/database.ts'
import { MODEL_COLUMNS, type ModelRecord } from './model-record.ts'

/** A model as staff see it: whether it can still be used. */
export type OfficeModel = ModelRecord & { isKept: boolean }

/** What has been learnt lately, the newest first. */
export function officeModels(): Promise<OfficeModel[]> {
  return rows<OfficeModel>(
    `select ${MODEL_COLUMNS}, exists (
       select from recommendations.artifacts artifact where artifact.model_id = model.id) as "isKept"
     from recommendations.models model order by id desc limit 30`,
  )
}

/** What has come of what was recommended in a place, by what has recommended it. */
export interface PlacementFigures {
  placement: string
  version: string
  shown: number
  clicks: number
  baskets: number
  orders: number
  /** Of each currency (ISO 4217), in minor units. */
  revenue: { currency: string; amount: number }[]
}

/** Of the last days, the places one after another, and in each what was shown most. */
export function placementFigures(days: number): Promise<PlacementFigures[]> {
  return rows<PlacementFigures>(FIGURES, { days })
}

const FIGURES = `
  with counted as (
    select placement, version, kind, visit_id, amount, currency from recommendations.events
    where version is not null and at > now() - make_interval(days => $days::integer)),
  paid as (
    select placement, version, currency, sum(amount)::bigint as amount from counted
    where kind = 'purchase' group by placement, version, currency)
  select placement, version,
    count(*) filter (where kind = 'impression')::integer as shown,
    count(*) filter (where kind = 'click')::integer as clicks,
    count(*) filter (where kind = 'basket')::integer as baskets,
    count(distinct visit_id) filter (where kind = 'purchase')::integer as orders,
    coalesce((
      select jsonb_agg(jsonb_build_object('currency', paid.currency, 'amount', paid.amount) order by paid.currency)
      from paid where paid.placement = counted.placement and paid.version = counted.version), '[]') as revenue
  from counted group by placement, version order by placement, shown desc, version`

/** How many different products were recommended in the last days. */
export async function shownProducts(days: number): Promise<number> {
  const counted = await row<{ count: number }>(
    `select count(distinct recommended.id)::integer as count
     from recommendations.events event cross join unnest(event.shown) as recommended(id)
     where event.version is not null and event.at > now() - make_interval(days => $days::integer)`,
    { days },
  )
  return counted!.count
}
