import type { Transaction } from '../platform/database.ts'
import { allocate } from './allocate.ts'
import { changeLevels, type LevelChange, openLevels } from './change-levels.ts'
import { follow } from './follow.ts'
import { mainLocation } from './location.ts'
import { type LocationLevel, locationLevels } from './location-levels.ts'
import type { Cause } from './movement.ts'
import { lockLevels } from './stock-level.ts'

export interface NewLevel {
  variantId: number
  /** In all places together. */
  onHand: number
}

/** A level that cannot be, for so many are held for orders. */
export type LevelRefused = NewLevel & { held: number }

/** The same as `setStocks` for one variant. */
export async function setStock(
  tx: Transaction,
  { variantId, onHand, ...cause }: NewLevel & Pick<Cause, 'reason' | 'actor'>,
) {
  const outcome = await setStocks(tx, [{ variantId, onHand }], cause)
  if (outcome.refused) return { refused: outcome.refused, held: outcome.short[0]!.held }
  return { delta: outcome.deltas.get(variantId)! }
}

/**
 * Sets how many there are of each variant, with a movement of every difference; what is so already stays untouched.
 * What there is more comes into the first place, what there is less is taken from as few as possible. All or none, with
 * no more statements than for one: refuses to go below what is held for orders, and names where. The caller lists the
 * products again.
 */
export async function setStocks(tx: Transaction, levels: NewLevel[], cause: Pick<Cause, 'reason' | 'actor'>) {
  if (levels.length === 0) return { deltas: new Map<number, number>() }
  const wanted = new Map(levels.map(({ variantId, onHand }) => [variantId, onHand]))
  const variantIds = [...wanted.keys()]
  const main = await mainLocation(tx)
  await openLevels(tx, variantIds, main)
  const known = await lockLevels(tx, variantIds)
  const short: LevelRefused[] = known
    .map(({ variantId, held }) => ({ variantId, onHand: wanted.get(variantId)!, held }))
    .filter(({ onHand, held }) => onHand < held)
  if (short.length > 0) return { refused: 'held' as const, short }
  const deltas = new Map(known.map(({ variantId, onHand }) => [variantId, wanted.get(variantId)! - onHand]))
  await changeLevels(tx, await changesFor(tx, deltas, main), cause)
  const shifts = [...deltas].map(([variantId, atOnce]) => ({ variantId, atOnce }))
  await follow(tx, known, shifts, { isListed: true })
  return { deltas }
}

async function changesFor(
  tx: Transaction,
  deltas: Map<number, number>,
  main: number,
): Promise<LevelChange[]> {
  const more = [...deltas].filter(([, delta]) => delta > 0)
  const less = [...deltas].filter(([, delta]) => delta < 0)
  const there =
    less.length > 0
      ? await locationLevels(
          tx,
          less.map(([variantId]) => variantId),
        )
      : []
  const levels = Map.groupBy(there, ({ variantId }) => variantId)
  return [
    ...more.map(([variantId, delta]) => ({ variantId, locationId: main, onHand: delta })),
    ...less.flatMap(([variantId, delta]) =>
      takenFrom(levels.get(variantId) ?? [], { variantId, quantity: -delta }),
    ),
  ]
}

function takenFrom(levels: LocationLevel[], pieces: { variantId: number; quantity: number }): LevelChange[] {
  return allocate([pieces], levels).map(({ quantity, ...part }) => ({ ...part, onHand: -quantity }))
}
