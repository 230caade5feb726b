import type { Owner } from '../identity/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { findOpenBasket, openBasket, touch } from './basket.ts'

/** As many codes a basket takes. */
const MOST_CODES = 5

/** The codes that a basket was given, in their order. */
export async function codesOf(basketId: number): Promise<string[]> {
  const kept = await rows<{ code: string }>(
    'select code from basket.basket_vouchers where basket_id = $basketId order by added_at, code',
    { basketId },
  )
  return kept.map(({ code }) => code)
}

/** Keeps a code with the owner's basket; one that is there already stays. Refuses more than five. */
export function addVoucher(owner: Owner, code: string) {
  return transaction(async (tx) => {
    const basketId = await openBasket(tx, owner)
    const kept = await row<{ count: number }>(
      'select count(*) as count from basket.basket_vouchers where basket_id = $basketId and code <> $code',
      { basketId, code },
      tx,
    )
    if (kept!.count >= MOST_CODES) return { refused: 'tooMany' as const, most: MOST_CODES }
    await rows(
      'insert into basket.basket_vouchers (basket_id, code) values ($basketId, $code) on conflict do nothing',
      { basketId, code },
      tx,
    )
    await touch(tx, basketId)
    return { code }
  })
}

/** Takes a code away from the owner's basket. */
export function removeVoucher(owner: Owner, code: string): Promise<void> {
  return transaction(async (tx) => {
    const basketId = await findOpenBasket(tx, owner)
    if (!basketId) return
    await rows(
      'delete from basket.basket_vouchers where basket_id = $basketId and code = $code',
      { basketId, code },
      tx,
    )
    await touch(tx, basketId)
  })
}
