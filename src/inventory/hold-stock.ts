import { rows, type Transaction } from '../platform/database.ts'
import { lockLevels } from './levels.ts'

export interface HoldLine {
  variantId: number
  quantity: number
}

/**
 * Holds every line for an order, or none: refuses with what is left of each variant that falls short.
 * `expiresAt` is when the goods go back on sale unless the order is paid.
 */
export async function holdStock(tx: Transaction, orderId: number, lines: HoldLine[], expiresAt: Date) {
  const variantIds = lines.map((line) => line.variantId)
  const levels = new Map((await lockLevels(tx, variantIds)).map((level) => [level.variantId, level]))
  const left = ({ variantId }: HoldLine) =>
    (levels.get(variantId)?.onHand ?? 0) - (levels.get(variantId)?.held ?? 0)
  const short = lines
    .filter((line) => left(line) < line.quantity)
    .map((line) => ({ ...line, left: left(line) }))
  if (short.length > 0) return { refused: 'short' as const, short }
  await rows(
    `with wanted as (select * from unnest($variantIds::bigint[], $quantities::integer[]) as w (variant_id, quantity)),
     held as (
       update inventory.stock_levels level set held = held + wanted.quantity
       from wanted where level.variant_id = wanted.variant_id
     )
     insert into inventory.stock_holds (order_id, variant_id, quantity, expires_at)
     select $orderId, variant_id, quantity, $expiresAt from wanted
     on conflict (order_id, variant_id) do update
       set state = 'held', quantity = excluded.quantity, expires_at = excluded.expires_at`,
    { variantIds, quantities: lines.map((line) => line.quantity), orderId, expiresAt },
    tx,
  )
  return { held: lines.length }
}

/** Gives an order that still holds its goods more time. */
export async function extendHolds(tx: Transaction, orderId: number, expiresAt: Date): Promise<void> {
  await rows(
    `update inventory.stock_holds set expires_at = $expiresAt where order_id = $orderId and state = 'held'`,
    { orderId, expiresAt },
    tx,
  )
}
