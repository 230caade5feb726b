import type { Owner } from '../identity/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { shareBasket } from './share-basket.ts'

/** A customer may keep so many baskets. */
export const MOST_KEPT = 30

/** Keeps what is in a customer's basket now under a name of their own. Refuses an empty one, and too many. */
export async function keepBasket(owner: Owner, name: string) {
  const token = await shareBasket(owner)
  if (!token) return { refused: 'empty' as const }
  return transaction(async (tx) => {
    await rows('update basket.shared_baskets set kept_as = $name where token = $token', { name, token }, tx)
    const { count } = (await row<{ count: number }>(
      `select count(*)::integer as count from basket.shared_baskets where visitor_id = $visitorId and kept_as is not null`,
      { visitorId: owner.visitorId },
      tx,
    ))!
    return count > MOST_KEPT ? { refused: 'full' as const, most: MOST_KEPT } : { token, refused: undefined }
  })
}

/** Forgets a basket that a customer has kept. True when it was theirs. */
export function forgetKept({ visitorId }: Owner, token: string): Promise<boolean> {
  return transaction(async (tx) => {
    const gone = await rows(
      `delete from basket.shared_baskets where token = $token and visitor_id = $visitorId and kept_as is not null
       returning token`,
      { visitorId, token },
      tx,
    )
    return gone.length > 0
  })
}
