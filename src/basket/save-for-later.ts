import type { Owner } from '../identity/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { findOpenBasket } from './basket.ts'
import { dropLine, quantityOf } from './basket-line.ts'

/** As many things are kept for later. */
const MOST_SAVED = 100

/** Takes a variant out of the basket and keeps it, with its quantity. Refuses when it is not there, and more than 100. */
export function saveForLater(owner: Owner, variantId: number) {
  return transaction(async (tx) => {
    const basketId = await findOpenBasket(tx, owner)
    const quantity = basketId ? await quantityOf(tx, basketId, variantId) : 0
    if (!basketId || quantity === 0) return { refused: 'gone' as const }
    const kept = await row<{ count: number }>(
      'select count(*) as count from basket.saved_lines where visitor_id = $visitorId',
      { ...owner },
      tx,
    )
    if (kept!.count >= MOST_SAVED) return { refused: 'full' as const, most: MOST_SAVED }
    await rows(
      `insert into basket.saved_lines (visitor_id, variant_id, quantity) values ($visitorId, $variantId, $quantity)
       on conflict (visitor_id, variant_id) do update set quantity = excluded.quantity, saved_at = now()`,
      { ...owner, variantId, quantity },
      tx,
    )
    await dropLine(tx, basketId, variantId)
    return { quantity }
  })
}

/** Forgets what was kept for later; gives how many that were, or undefined when it was not there. */
export async function forgetSaved(owner: Owner, variantId: number): Promise<number | undefined> {
  const forgotten = await row<{ quantity: number }>(
    'delete from basket.saved_lines where visitor_id = $visitorId and variant_id = $variantId returning quantity',
    { ...owner, variantId },
  )
  return forgotten?.quantity
}
