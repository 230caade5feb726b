import { rows } from '../platform/database.ts'
import type { Reason } from './movement.ts'

/** Goods that have come or gone. */
export interface Movement {
  id: number
  at: Date
  /** The code of the place. */
  location: string
  delta: number
  /** How many there were in all places together after it. */
  onHand: number
  reason: Reason
  /** The message that says the reason in words. */
  reasonKey: string
  /** What it belongs to, such as the number of an order. */
  reference: string | null
  note: string
  actor: string
}

const PAGE_SIZE = 100

/** How a variant's stock has become what it is: a hundred movements, the newest first, or those before one of them. */
export async function stockHistory(variantId: number, before?: number): Promise<Movement[]> {
  const found = await rows<Omit<Movement, 'reasonKey'>>(
    `select * from (
       select movement.id, movement.at, location.code as location, movement.delta,
         sum(movement.delta) over (order by movement.id)::integer as "onHand", movement.reason, movement.reference,
         movement.note, movement.actor
       from inventory.stock_movements movement join inventory.locations location on location.id = movement.location_id
       where movement.variant_id = $variantId) moved
     where $before::bigint is null or id < $before::bigint
     order by id desc limit ${PAGE_SIZE}`,
    { variantId, before: before ?? null },
  )
  return found.map((movement) => ({ ...movement, reasonKey: `inventory.reason.${movement.reason}` }))
}
