import type { Request } from 'express'
import { productsOfSlugs, trailOf } from '../catalogue/index.ts'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf } from '../identity/index.ts'
import { rows } from '../platform/database.ts'

/** A product that somebody has to do with, and how: the most that they have done with it lately, or that it was named. */
export interface Step {
  productId: number
  how: 'view' | 'basket' | 'wish' | 'purchase' | 'named'
}

const LONGEST = 30

/**
 * What somebody has done, the oldest first: all that is kept of them if they have agreed, else what this session has seen.
 */
export async function visitorTrail(req: Request): Promise<Step[]> {
  const owner = ownerOf(req)
  const kept = owner && hasAnsweredYes(req) ? await keptSteps(owner.visitorId) : []
  if (kept.length > 0) return kept
  const seen = await productsOfSlugs(trailOf(req).toReversed())
  return seen.map((productId) => ({ productId, how: 'view' }))
}

async function keptSteps(visitorId: string): Promise<Step[]> {
  const found = await rows<Step>(KEPT, { visitorId })
  return found.reverse()
}

/** Of each product the last time, and whether it was bought or only looked at; of the last visits alone. */
const KEPT = `
  select event.product_id as "productId",
    (array_agg(event.kind order by array_position(array['purchase', 'basket', 'wish', 'view'], event.kind)))[1] as how
  from (
    select id from recommendations.visits
    where visitor_id = $visitorId order by last_at desc limit 20) visit
  join recommendations.events event on event.visit_id = visit.id
  where event.kind in ('view', 'basket', 'wish', 'purchase')
  group by event.product_id order by max(event.at) desc limit ${LONGEST}`
