import { rows, type Transaction } from '../platform/database.ts'
import type { Part, Pieces } from './allocate.ts'
import { changeLevels, openLevels } from './change-levels.ts'
import { follow } from './follow.ts'
import { giveUpWaiting } from './give-up-waiting.ts'
import { mainLocation } from './location.ts'
import { lockLevels } from './stock-level.ts'

interface PutBackCause {
  reason: 'cancellation' | 'return' | 'replacement'
  /** Under which they were sold: the number of the order. */
  reference: string
  actor: string
}

/**
 * Puts goods that were sold, or taken to replace others, back on sale, where they came from, with a movement of each. Of what is cancelled, the
 * pieces that have not come yet are given up first. Once is the business of the caller.
 */
export async function putBack(tx: Transaction, lines: Pieces[], cause: PutBackCause): Promise<void> {
  const back = lines.filter(({ quantity }) => quantity > 0)
  if (back.length === 0) return
  const variantIds = back.map(({ variantId }) => variantId)
  const main = await mainLocation(tx)
  await openLevels(tx, variantIds, main)
  const levels = await lockLevels(tx, variantIds)
  const givenUp = cause.reason === 'cancellation' ? await giveUpWaiting(tx, back, cause.reference) : new Map()
  const there = back.map(({ variantId, quantity }) => ({
    variantId,
    quantity: quantity - (givenUp.get(variantId) ?? 0),
  }))
  const parts = placed(there, await soldFrom(tx, variantIds, cause.reference), main)
  await changeLevels(
    tx,
    parts.map(({ quantity, ...part }) => ({ ...part, onHand: quantity })),
    cause,
  )
  await follow(
    tx,
    levels,
    there.map(({ variantId, quantity }) => ({
      variantId,
      atOnce: quantity,
      waiting: -(givenUp.get(variantId) ?? 0),
    })),
  )
}

/** From where the variants were sold under a reference, less what has come back since. */
function soldFrom(tx: Transaction, variantIds: number[], reference: string): Promise<Part[]> {
  return rows<Part>(
    `select movement.variant_id as "variantId", movement.location_id as "locationId", -sum(movement.delta) as quantity
     from inventory.stock_movements movement join inventory.locations location on location.id = movement.location_id
     where movement.reference = $reference and movement.variant_id = any($variantIds) and location.is_active
     group by movement.variant_id, movement.location_id having sum(movement.delta) < 0
     order by -sum(movement.delta) desc, movement.location_id`,
    { reference, variantIds },
    tx,
  )
}

/** Where the pieces go: from where they came, and the others into the first place. */
function placed(pieces: Pieces[], sold: Part[], main: number): Part[] {
  return pieces.flatMap(({ variantId, quantity }) => {
    let left = quantity
    const parts = sold
      .filter((part) => part.variantId === variantId)
      .map((part) => {
        const back = Math.min(left, part.quantity)
        left -= back
        return { ...part, quantity: back }
      })
    return [...parts, { variantId, locationId: main, quantity: left }].filter((part) => part.quantity > 0)
  })
}
