import type { Transaction } from '../platform/database.ts'
import { allocate, type Pieces } from './allocate.ts'
import { changeLevels } from './change-levels.ts'
import { follow } from './follow.ts'
import { locationLevels } from './location-levels.ts'
import { atOnce, lockLevels } from './stock-level.ts'

/**
 * Takes goods from the shelf that replace others, with a movement of each. Refuses with what is left of each that
 * falls short; what is held for orders stays.
 */
export async function takeReplacements(
  tx: Transaction,
  lines: Pieces[],
  cause: { reference: string; actor: string },
) {
  const wanted = lines.filter(({ quantity }) => quantity > 0)
  const variantIds = wanted.map(({ variantId }) => variantId)
  const levels = await lockLevels(tx, variantIds)
  const left = new Map(levels.map((level) => [level.variantId, atOnce(level)]))
  const short = wanted.filter(({ variantId, quantity }) => (left.get(variantId) ?? 0) < quantity)
  if (short.length > 0) return { refused: 'short' as const, short }
  const parts = allocate(wanted, await locationLevels(tx, variantIds))
  await changeLevels(
    tx,
    parts.map(({ quantity, ...part }) => ({ ...part, onHand: -quantity })),
    { ...cause, reason: 'replacement' },
  )
  await follow(
    tx,
    levels,
    wanted.map(({ variantId, quantity }) => ({ variantId, atOnce: -quantity })),
  )
  return { taken: wanted.length }
}
