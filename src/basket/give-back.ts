import { rows, type Transaction } from '../platform/database.ts'
import { openBasket, touch } from './basket.ts'

/**
 * Puts the lines of an order that came to nothing back into its owner's open basket, with its codes and cards. What they have
 * put there since stays: of each variant the larger quantity counts.
 */
export async function giveBack(tx: Transaction, orderedBasketId: number, visitorId: string): Promise<void> {
  const basketId = await openBasket(tx, { visitorId })
  await rows(
    `insert into basket.basket_lines (basket_id, variant_id, quantity, seen_amount, seen_currency)
     select $basketId, variant_id, quantity, seen_amount, seen_currency
     from basket.basket_lines where basket_id = $orderedBasketId
     on conflict (basket_id, variant_id) do update
       set quantity = greatest(basket_lines.quantity, excluded.quantity)`,
    { basketId, orderedBasketId },
    tx,
  )
  await rows(
    `insert into basket.basket_vouchers (basket_id, code, added_at)
     select $basketId, code, added_at from basket.basket_vouchers where basket_id = $orderedBasketId on conflict do nothing`,
    { basketId, orderedBasketId },
    tx,
  )
  await rows(
    `insert into basket.basket_cards (basket_id, account_id, added_at)
     select $basketId, account_id, added_at from basket.basket_cards where basket_id = $orderedBasketId on conflict do nothing`,
    { basketId, orderedBasketId },
    tx,
  )
  await touch(tx, basketId)
}
