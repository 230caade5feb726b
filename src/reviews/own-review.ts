import { type Buyer, findPurchase } from '../orders/index.ts'
import { row } from '../platform/database.ts'
import type { Review } from './review.ts'
import { authorOf } from './reviewer.ts'

/** A review as its author sees it, in whatever state it is. */
export type OwnReview = Pick<Review, 'displayName' | 'stars' | 'title' | 'text' | 'state' | 'reason'>

/**
 * Whether a buyer may review the product of these variants, which they may once they have bought one, and what they
 * have written of it so far.
 */
export async function ownReview(
  buyer: Buyer,
  productId: number,
  variantIds: number[],
): Promise<{ mayReview: boolean; review: OwnReview | undefined }> {
  const purchase = await findPurchase(buyer, variantIds)
  if (!purchase) return { mayReview: false, review: undefined }
  const { kind, id } = authorOf(purchase)
  const review = await row<OwnReview>(
    `select display_name as "displayName", stars, title, text, state, reason from reviews.reviews
     where product_id = $productId and author_kind = $kind and author_id = $id`,
    { productId, kind, id },
  )
  return { mayReview: true, review }
}
