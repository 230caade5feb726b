import { rows, type Transaction } from '../platform/database.ts'
import { lockLevels } from './levels.ts'

export interface NewLevel {
  variantId: number
  onHand: number
}

/** A level that cannot be, for so many are held for orders. */
export type LevelRefused = NewLevel & { held: number }

/**
 * Sets how many there are of each variant, with a movement of every difference; what is so already stays untouched.
 * All or none, with no more statements than for one: refuses to go below what is held for orders, and names where.
 */
export async function setStocks(tx: Transaction, levels: NewLevel[], by: { reason: string; actor: string }) {
  if (levels.length === 0) return { deltas: new Map<number, number>() }
  const wanted = new Map(levels.map(({ variantId, onHand }) => [variantId, onHand]))
  const variantIds = [...wanted.keys()]
  await open(variantIds, tx)
  const known = await lockLevels(tx, variantIds)
  const compared = known.map((level) => ({ ...level, wanted: wanted.get(level.variantId)! }))
  const short: LevelRefused[] = compared
    .filter((level) => level.wanted < level.held)
    .map((level) => ({ variantId: level.variantId, onHand: level.wanted, held: level.held }))
  if (short.length > 0) return { refused: 'held' as const, short }
  const deltas = new Map(compared.map((level) => [level.variantId, level.wanted - level.onHand]))
  await move(
    [...deltas].filter(([, delta]) => delta !== 0),
    by,
    tx,
  )
  return { deltas }
}

async function open(variantIds: number[], tx: Transaction): Promise<void> {
  await rows(
    `insert into inventory.stock_levels (variant_id)
     select id from unnest($variantIds::bigint[]) as variant(id) order by id on conflict do nothing`,
    { variantIds },
    tx,
  )
}

async function move(
  deltas: [variantId: number, delta: number][],
  { reason, actor }: { reason: string; actor: string },
  tx: Transaction,
): Promise<void> {
  if (deltas.length === 0) return
  await rows(
    `with moved as (
       select * from unnest($variantIds::bigint[], $deltas::integer[]) as moved(variant_id, delta)),
     level as (
       update inventory.stock_levels level set on_hand = on_hand + moved.delta
       from moved where level.variant_id = moved.variant_id)
     insert into inventory.stock_movements (variant_id, delta, reason, actor)
     select variant_id, delta, $reason, $actor from moved order by variant_id`,
    { variantIds: deltas.map(([id]) => id), deltas: deltas.map(([, delta]) => delta), reason, actor },
    tx,
  )
}
