import { row, rows, type Transaction } from '../platform/database.ts'
import { lockLevels } from './levels.ts'

interface NewStock {
  variantId: number
  onHand: number
  reason: string
  actor: string
}

/**
 * Sets how many there are, with a movement of the difference; nothing happens when it is so already.
 * Refuses to go below what is held for orders.
 */
export async function setStock(tx: Transaction, stock: NewStock) {
  const { variantId, onHand, reason, actor } = stock
  await rows(
    'insert into inventory.stock_levels (variant_id) values ($variantId) on conflict do nothing',
    { variantId },
    tx,
  )
  const [level] = await lockLevels(tx, [variantId])
  if (onHand < level!.held) return { refused: 'held' as const, held: level!.held }
  const delta = onHand - level!.onHand
  if (delta === 0) return { delta }
  await row(
    `with level as (update inventory.stock_levels set on_hand = $onHand where variant_id = $variantId)
     insert into inventory.stock_movements (variant_id, delta, reason, actor) values ($variantId, $delta, $reason, $actor)`,
    { variantId, onHand, delta, reason, actor },
    tx,
  )
  return { delta }
}
