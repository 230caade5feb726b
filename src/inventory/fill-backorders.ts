import { rows, type Transaction } from '../platform/database.ts'
import { allocate, type Part } from './allocate.ts'
import type { Shift } from './follow.ts'
import { type LocationLevel, locationLevels } from './location-levels.ts'
import { atOnce, type StockLevel } from './stock-level.ts'

interface WaitingHold {
  id: number
  variantId: number
  waiting: number
  country: string | null
  /** The order is paid: what comes for it is sold. */
  isSold: boolean
}

/** What has come for a hold, from one place. */
type Filling = Part & { holdId: number; isSold: boolean }

/**
 * Gives what has come of locked levels to the orders that wait for it, first come, first served: it is held for those
 * that are not paid, and sold to those that are.
 */
export async function fillBackorders(tx: Transaction, levels: StockLevel[]): Promise<Shift[]> {
  if (levels.length === 0) return []
  const variantIds = levels.map(({ variantId }) => variantId)
  const waiting = await waitingHolds(tx, variantIds)
  const places = await locationLevels(tx, variantIds)
  const fillings = levels.flatMap((level) => {
    const own = (each: { variantId: number }) => each.variantId === level.variantId
    return shareOut(atOnce(level), waiting.filter(own), places.filter(own))
  })
  await write(tx, fillings)
  return variantIds.map((variantId) => {
    const filled = fillings
      .filter((filling) => filling.variantId === variantId)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return { variantId, atOnce: -filled, waiting: -filled }
  })
}

function waitingHolds(tx: Transaction, variantIds: number[]): Promise<WaitingHold[]> {
  return rows<WaitingHold>(
    `select id, variant_id as "variantId", waiting, country, state = 'taken' as "isSold"
     from inventory.stock_holds where variant_id = any($variantIds) and waiting > 0
     order by variant_id, waiting_since, id`,
    { variantIds },
    tx,
  )
}

function shareOut(free: number, holds: WaitingHold[], places: LocationLevel[]): Filling[] {
  const left = places.map((place) => ({ ...place }))
  let still = free
  return holds.flatMap(({ id, variantId, waiting, country, isSold }) => {
    const quantity = Math.min(still, waiting)
    still -= quantity
    const parts = allocate([{ variantId, quantity }], left, country ?? undefined)
    for (const part of parts)
      left.find(({ locationId }) => locationId === part.locationId)!.held += part.quantity
    return parts.map((part) => ({ ...part, holdId: id, isSold }))
  })
}

async function write(tx: Transaction, fillings: Filling[]): Promise<void> {
  await rows(
    `with filling as (
       select * from unnest($holdIds::bigint[], $variantIds::bigint[], $locationIds::integer[], $quantities::integer[],
         $sold::boolean[]) as filling (hold_id, variant_id, location_id, quantity, is_sold)),
     change as (
       select variant_id, location_id, sum(quantity) as quantity, coalesce(sum(quantity) filter (where is_sold), 0) as sold
       from filling group by variant_id, location_id),
     place as (
       update inventory.location_levels place
       set on_hand = place.on_hand - change.sold, held = place.held + change.quantity - change.sold
       from change where place.variant_id = change.variant_id and place.location_id = change.location_id),
     level as (
       update inventory.stock_levels level set on_hand = level.on_hand - total.sold,
         held = level.held + total.quantity - total.sold, backordered = level.backordered - total.quantity
       from (select variant_id, sum(quantity) as quantity, sum(sold) as sold from change group by variant_id) total
       where level.variant_id = total.variant_id),
     hold as (
       update inventory.stock_holds hold set waiting = hold.waiting - filled.quantity
       from (select hold_id, sum(quantity) as quantity from filling group by hold_id) filled
       where hold.id = filled.hold_id
       returning hold.id, hold.reference),
     part as (
       insert into inventory.stock_hold_parts as part (hold_id, location_id, quantity)
       select hold_id, location_id, quantity from filling
       on conflict (hold_id, location_id) do update set quantity = part.quantity + excluded.quantity)
     insert into inventory.stock_movements (variant_id, location_id, delta, reason, reference, actor)
     select filling.variant_id, filling.location_id, -filling.quantity, 'sale', hold.reference, 'arrival'
     from filling join hold on hold.id = filling.hold_id where filling.is_sold
     order by filling.variant_id, filling.location_id`,
    {
      holdIds: fillings.map(({ holdId }) => holdId),
      variantIds: fillings.map(({ variantId }) => variantId),
      locationIds: fillings.map(({ locationId }) => locationId),
      quantities: fillings.map(({ quantity }) => quantity),
      sold: fillings.map(({ isSold }) => isSold),
    },
    tx,
  )
}
