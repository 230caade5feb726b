import { row, rows, type Transaction } from '../platform/database.ts'
import { allocate, type Part, type Pieces } from './allocate.ts'
import { follow } from './follow.ts'
import { locationLevels } from './location-levels.ts'
import { atOnce, availableOf, lockLevels, type StockLevel } from './stock-level.ts'

/** A line of which some have yet to come. */
type HeldLine = Pieces & { waiting: number }

/**
 * Holds every line for an order, or none: refuses with what is left of each variant that falls short. Where more may be
 * ordered than there are, the others wait to come. `expiresAt` is when the goods go back on sale unless the order is
 * paid, `country` where they are to be sent.
 */
export async function holdStock(
  tx: Transaction,
  orderId: number,
  lines: Pieces[],
  expiresAt: Date,
  country?: string,
) {
  const variantIds = lines.map(({ variantId }) => variantId)
  const levels = await lockLevels(tx, variantIds)
  const level = new Map(levels.map((each) => [each.variantId, each]))
  const short = lines
    .map((line) => ({ ...line, left: leftOf(level.get(line.variantId)) }))
    .filter(({ left, quantity }) => left < quantity)
  if (short.length > 0) return { refused: 'short' as const, short }
  const held = lines.map((line) => ({
    ...line,
    waiting: Math.max(0, line.quantity - atOnce(level.get(line.variantId)!)),
  }))
  const there = held.map(({ variantId, quantity, waiting }) => ({ variantId, quantity: quantity - waiting }))
  const parts = allocate(there, await locationLevels(tx, variantIds), country)
  await write(tx, { orderId, expiresAt, country }, held, parts)
  const taken = held.map(({ variantId, quantity, waiting }) => ({
    variantId,
    atOnce: waiting - quantity,
    waiting,
  }))
  await follow(tx, levels, taken)
  return { held: lines.length }
}

function leftOf(level: StockLevel | undefined): number {
  return level ? availableOf(level) : 0
}

interface Hold {
  orderId: number
  expiresAt: Date
  country: string | undefined
}

async function write(tx: Transaction, hold: Hold, lines: HeldLine[], parts: Part[]): Promise<void> {
  const { orderId, expiresAt, country = null } = hold
  const written = await row<{ count: number }>(
    `with wanted as (
       select * from unnest($variantIds::bigint[], $quantities::integer[], $waiting::integer[])
         as wanted (variant_id, quantity, waiting)),
     part as (
       select * from unnest($partVariantIds::bigint[], $locationIds::integer[], $partQuantities::integer[])
         as part (variant_id, location_id, quantity)),
     place as (
       update inventory.location_levels place set held = place.held + part.quantity
       from part where place.variant_id = part.variant_id and place.location_id = part.location_id),
     level as (
       update inventory.stock_levels level
       set held = held + wanted.quantity - wanted.waiting, backordered = backordered + wanted.waiting
       from wanted where level.variant_id = wanted.variant_id),
     hold as (
       insert into inventory.stock_holds (order_id, variant_id, quantity, waiting, waiting_since, country, expires_at)
       select $orderId, variant_id, quantity, waiting, case when waiting > 0 then clock_timestamp() end, $country, $expiresAt
       from wanted
       on conflict (order_id, variant_id) do update
         set state = 'held', quantity = excluded.quantity, waiting = excluded.waiting,
           waiting_since = excluded.waiting_since, country = excluded.country, expires_at = excluded.expires_at
         where stock_holds.state = 'released'
       returning id, variant_id),
     laid as (
       insert into inventory.stock_hold_parts (hold_id, location_id, quantity)
       select hold.id, part.location_id, part.quantity from hold join part on part.variant_id = hold.variant_id)
     select count(*) as count from hold`,
    {
      ...{ orderId, expiresAt, country },
      variantIds: lines.map(({ variantId }) => variantId),
      quantities: lines.map(({ quantity }) => quantity),
      waiting: lines.map(({ waiting }) => waiting),
      partVariantIds: parts.map(({ variantId }) => variantId),
      locationIds: parts.map(({ locationId }) => locationId),
      partQuantities: parts.map(({ quantity }) => quantity),
    },
    tx,
  )
  if (written!.count < lines.length) throw new Error(`Order ${orderId} holds some of this already`)
}

/** Gives an order that still holds its goods more time. */
export async function extendHolds(tx: Transaction, orderId: number, expiresAt: Date): Promise<void> {
  await rows(
    `update inventory.stock_holds set expires_at = $expiresAt where order_id = $orderId and state = 'held'`,
    { orderId, expiresAt },
    tx,
  )
}
