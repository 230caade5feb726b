import { rows, type Transaction } from '../platform/database.ts'
import type { HoldLine } from './hold-stock.ts'
import { lockLevels } from './levels.ts'

interface Cause {
  reason: 'cancellation' | 'return' | 'replacement'
  reference: string
  actor: string
}

/** Puts goods that were sold, or taken to replace others, back on sale, with a movement of each. Once is the business of the caller. */
export async function putBack(tx: Transaction, lines: HoldLine[], cause: Cause): Promise<void> {
  const back = lines.filter(({ quantity }) => quantity > 0)
  await move(tx, back, cause)
}

/**
 * Takes goods from the shelf that replace others, with a movement of each. Refuses with what is left of each that
 * falls short; what is held for orders stays.
 */
export async function takeReplacements(tx: Transaction, lines: HoldLine[], cause: Omit<Cause, 'reason'>) {
  const wanted = lines.filter(({ quantity }) => quantity > 0)
  const levels = await lockLevels(
    tx,
    wanted.map(({ variantId }) => variantId),
  )
  const left = new Map(levels.map(({ variantId, onHand, held }) => [variantId, onHand - held]))
  const short = wanted.filter(({ variantId, quantity }) => (left.get(variantId) ?? 0) < quantity)
  if (short.length > 0) return { refused: 'short' as const, short }
  const taken = wanted.map(({ variantId, quantity }) => ({ variantId, quantity: -quantity }))
  await move(tx, taken, { ...cause, reason: 'replacement' })
  return { taken: wanted.length }
}

async function move(
  tx: Transaction,
  lines: HoldLine[],
  { reason, reference, actor }: { reason: string; reference: string; actor: string },
): Promise<void> {
  if (lines.length === 0) return
  const variantIds = lines.map(({ variantId }) => variantId)
  await lockLevels(tx, variantIds)
  await rows(
    `with moved as (
       select * from unnest($variantIds::bigint[], $deltas::integer[]) as moved (variant_id, delta)),
     level as (
       update inventory.stock_levels level set on_hand = on_hand + moved.delta
       from moved where level.variant_id = moved.variant_id)
     insert into inventory.stock_movements (variant_id, delta, reason, reference, actor)
     select variant_id, delta, $reason, $reference, $actor from moved order by variant_id`,
    { variantIds, deltas: lines.map(({ quantity }) => quantity), reason, reference, actor },
    tx,
  )
}
