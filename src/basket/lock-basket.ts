import type { Owner } from '../identity/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'

export interface LockedBasket {
  id: number
  state: 'open' | 'ordered'
  version: number
}

/** Locks a basket of the owner until the end of the transaction, or undefined when it is not theirs. */
export function lockBasket(
  tx: Transaction,
  owner: Owner,
  basketId: number,
): Promise<LockedBasket | undefined> {
  return row<LockedBasket>(
    'select id, state, version from basket.baskets where id = $basketId and visitor_id = $visitorId for update',
    { basketId, visitorId: owner.visitorId },
    tx,
  )
}

/** The basket has become an order: its owner starts a new one with the next thing they add. */
export async function markOrdered(tx: Transaction, basketId: number): Promise<void> {
  await rows(
    `update basket.baskets set state = 'ordered', updated_at = now() where id = $basketId`,
    { basketId },
    tx,
  )
}
