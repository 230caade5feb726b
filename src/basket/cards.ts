import type { Owner } from '../identity/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { findOpenBasket, openBasket, touch } from './basket.ts'

/** As many gift cards a basket takes. */
const MOST_CARDS = 5

/** The accounts that a basket is to be paid with, in their order. */
export async function cardsOf(basketId: number): Promise<number[]> {
  const kept = await rows<{ accountId: number }>(
    'select account_id as "accountId" from basket.basket_cards where basket_id = $basketId order by added_at, account_id',
    { basketId },
  )
  return kept.map(({ accountId }) => accountId)
}

/** Keeps a gift card with the owner's basket; one that is there already stays. Refuses more than five. */
export function addCard(owner: Owner, accountId: number) {
  return transaction(async (tx) => {
    const basketId = await openBasket(tx, owner)
    const kept = await row<{ count: number }>(
      'select count(*) as count from basket.basket_cards where basket_id = $basketId and account_id <> $accountId',
      { basketId, accountId },
      tx,
    )
    if (kept!.count >= MOST_CARDS) return { refused: 'tooMany' as const, most: MOST_CARDS }
    await rows(
      'insert into basket.basket_cards (basket_id, account_id) values ($basketId, $accountId) on conflict do nothing',
      { basketId, accountId },
      tx,
    )
    await touch(tx, basketId)
    return { accountId }
  })
}

/** Takes a gift card away from the owner's basket. */
export function removeCard(owner: Owner, accountId: number): Promise<void> {
  return transaction(async (tx) => {
    const basketId = await findOpenBasket(tx, owner)
    if (!basketId) return
    await rows(
      'delete from basket.basket_cards where basket_id = $basketId and account_id = $accountId',
      { basketId, accountId },
      tx,
    )
    await touch(tx, basketId)
  })
}
