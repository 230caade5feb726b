import type { Owner } from '../identity/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'

/** The most lines that a basket takes: a payment page lists a hundred, with the delivery. */
export const MOST_LINES = 80

/** The most of one variant that a basket takes. */
export const MOST_OF_ONE = 99

/** The owner's open basket, made when there is none; locked until the end of the transaction. */
export async function openBasket(tx: Transaction, owner: Owner): Promise<number> {
  const opened = await row<{ id: number }>(
    `insert into basket.baskets (visitor_id) values ($visitorId)
     on conflict (visitor_id) where state = 'open' do update set updated_at = now() returning id`,
    { visitorId: owner.visitorId },
    tx,
  )
  return opened!.id
}

/** The owner's open basket, locked, or undefined when there is none. */
export async function findOpenBasket(tx: Transaction, owner: Owner): Promise<number | undefined> {
  const found = await row<{ id: number }>(
    `select id from basket.baskets where visitor_id = $visitorId and state = 'open' for update`,
    { visitorId: owner.visitorId },
    tx,
  )
  return found?.id
}

/** The id of the owner's open basket, or undefined. */
export async function findBasketId(owner: Owner): Promise<number | undefined> {
  const found = await row<{ id: number }>(
    `select id from basket.baskets where visitor_id = $visitorId and state = 'open'`,
    { visitorId: owner.visitorId },
  )
  return found?.id
}

/** Marks that the basket is no longer what somebody may have reviewed. */
export async function touch(tx: Transaction, basketId: number): Promise<void> {
  await rows(
    'update basket.baskets set version = version + 1, updated_at = now() where id = $basketId',
    { basketId },
    tx,
  )
}
