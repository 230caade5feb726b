import type { SellableVariant } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { transaction } from '../platform/database.ts'
import { findOpenBasket, MOST_OF_ONE } from './basket.ts'
import { dropLine, putLine, quantityOf } from './basket-line.ts'

/**
 * Sets how many of a variant the basket holds; 0 takes it out. Refuses more than there are (`left`) or than 99,
 * and a variant that is not in the basket.
 */
export function changeQuantity(owner: Owner, variant: SellableVariant, quantity: number) {
  return transaction(async (tx) => {
    const basketId = await findOpenBasket(tx, owner)
    const before = basketId ? await quantityOf(tx, basketId, variant.id) : 0
    if (!basketId || before === 0) return { refused: 'gone' as const, left: 0 }
    if (quantity === 0) {
      await dropLine(tx, basketId, variant.id)
      return { before, quantity }
    }
    const left = (await availabilityOf([variant.id], tx)).get(variant.id)!
    if (quantity > left) return { refused: 'short' as const, left }
    if (quantity > MOST_OF_ONE) return { refused: 'tooMany' as const, left: MOST_OF_ONE }
    await putLine(tx, basketId, { variantId: variant.id, quantity, seen: variant.price })
    return { before, quantity }
  })
}
