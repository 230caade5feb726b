import type { SellableVariant } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { rows, type Transaction, transaction } from '../platform/database.ts'
import { MOST_LINES, MOST_OF_ONE, openBasket } from './basket.ts'
import { lineCount, putLine, quantityOf } from './basket-line.ts'

interface Addition {
  variant: SellableVariant
  quantity: number
  /** The one-time key of the form: the same form sent twice adds once. */
  key: string | undefined
}

/**
 * Puts a variant into the owner's basket, on top of what is there of it.
 * Refuses more than there are (`left`, of which `already` are in the basket), more than 99, and more lines than 80.
 */
export function addLine(owner: Owner, { variant, quantity, key }: Addition) {
  return transaction(async (tx) => {
    const basketId = await openBasket(tx, owner)
    const already = await quantityOf(tx, basketId, variant.id)
    if (key && !(await isFirstUse(tx, owner, key))) return { basketId, quantity: already }
    const left = (await availabilityOf([variant.id], tx)).get(variant.id)!
    const wanted = already + quantity
    if (!variant.price) return { refused: 'unpriced' as const, left, already }
    if (wanted > left) return { refused: 'short' as const, left, already }
    if (wanted > MOST_OF_ONE) return { refused: 'tooMany' as const, left: MOST_OF_ONE, already }
    if (already === 0 && (await lineCount(tx, basketId)) >= MOST_LINES) {
      return { refused: 'full' as const, left: MOST_LINES, already }
    }
    await putLine(tx, basketId, { variantId: variant.id, quantity: wanted, seen: variant.price })
    return { basketId, quantity: wanted }
  })
}

async function isFirstUse(tx: Transaction, { visitorId }: Owner, key: string): Promise<boolean> {
  const used = await rows(
    'insert into basket.additions (visitor_id, form_key) values ($visitorId, $key) on conflict do nothing returning form_key',
    { visitorId, key },
    tx,
  )
  return used.length === 1
}
