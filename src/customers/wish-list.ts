import { type Card, cardsOf } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { row, rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** Somebody may wish for so many things. */
export const MOST_WISHES = 200

interface Locality {
  locale: Locale
  currency: string
}

/** What somebody wishes for and can still be seen, the newest first, and the token under which others may see it. */
export async function wishList(owner: Owner | undefined, locality: Locality) {
  if (!owner) return { cards: [], token: null }
  const [cards, shared] = await Promise.all([
    wishedCards(owner.visitorId, locality),
    row<{ token: string }>('select token from customers.shared_wishes where visitor_id = $visitorId', {
      visitorId: owner.visitorId,
    }),
  ])
  return { cards, token: shared?.token ?? null }
}

/** A wish list that was shared under a token, for whoever has it; undefined for any other token. */
export async function sharedWishList(token: string, locality: Locality): Promise<Card[] | undefined> {
  const shared = await row<{ visitorId: string }>(
    'select visitor_id as "visitorId" from customers.shared_wishes where token = $token',
    { token },
  )
  return shared && wishedCards(shared.visitorId, locality)
}

/** Whether somebody wishes for a product. */
export async function isWished(owner: Owner | undefined, productId: number): Promise<boolean> {
  if (!owner) return false
  const found = await rows(
    'select from customers.wishes where visitor_id = $visitorId and product_id = $productId',
    { visitorId: owner.visitorId, productId },
  )
  return found.length > 0
}

async function wishedCards(visitorId: string, locality: Locality): Promise<Card[]> {
  const wished = await rows<{ productId: number }>(
    `select product_id as "productId" from customers.wishes
     where visitor_id = $visitorId order by wished_at desc, product_id limit ${MOST_WISHES}`,
    { visitorId },
  )
  return cardsOf(
    wished.map(({ productId }) => productId),
    locality,
  )
}
