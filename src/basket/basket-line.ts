import { row, rows, type Transaction } from '../platform/database.ts'
import { touch } from './basket.ts'

/** How many of a variant are in the basket. */
export async function quantityOf(tx: Transaction, basketId: number, variantId: number): Promise<number> {
  const line = await row<{ quantity: number }>(
    'select quantity from basket.basket_lines where basket_id = $basketId and variant_id = $variantId',
    { basketId, variantId },
    tx,
  )
  return line?.quantity ?? 0
}

/** How many lines the basket has. */
export async function lineCount(tx: Transaction, basketId: number): Promise<number> {
  const counted = await row<{ count: number }>(
    'select count(*) as count from basket.basket_lines where basket_id = $basketId',
    { basketId },
    tx,
  )
  return counted!.count
}

interface Seen {
  amount: number
  currency: string
}

/** Sets how many of a variant are in the basket, and the price at which the shopper saw it. */
export async function putLine(
  tx: Transaction,
  basketId: number,
  line: { variantId: number; quantity: number; seen: Seen | null },
): Promise<void> {
  const { variantId, quantity, seen } = line
  await rows(
    `insert into basket.basket_lines (basket_id, variant_id, quantity, seen_amount, seen_currency)
     values ($basketId, $variantId, $quantity, $amount, $currency)
     on conflict (basket_id, variant_id) do update set quantity = excluded.quantity,
       seen_amount = excluded.seen_amount, seen_currency = excluded.seen_currency`,
    { basketId, variantId, quantity, amount: seen?.amount ?? null, currency: seen?.currency ?? null },
    tx,
  )
  await touch(tx, basketId)
}

/** Takes a variant out of the basket. */
export async function dropLine(tx: Transaction, basketId: number, variantId: number): Promise<void> {
  await rows(
    'delete from basket.basket_lines where basket_id = $basketId and variant_id = $variantId',
    { basketId, variantId },
    tx,
  )
  await touch(tx, basketId)
}
