import { type Buyer, findPurchase } from '../orders/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { countStars } from './count-stars.ts'
import { isSameOpinion, lockReviewBy, noteState, type Opinion, type Review } from './review.ts'
import { authorOf } from './reviewer.ts'

interface Reviewed {
  productId: number
  variantIds: number[]
}

/**
 * Writes a buyer's review of a product, or writes theirs anew: either waits to be read by us before it is shown.
 * The same words sent twice change nothing. Refuses who has not bought the product.
 */
export function writeReview(buyer: Buyer, { productId, variantIds }: Reviewed, opinion: Opinion) {
  return transaction(async (tx) => {
    const purchase = await findPurchase(buyer, variantIds, tx)
    if (!purchase) return { refused: 'not-bought' as const }
    const author = authorOf(purchase)
    const added = await row<{ id: number }>(
      `insert into reviews.reviews (product_id, author_kind, author_id, order_id, variant_id, display_name, stars, title,
         text, locale)
       values ($productId, $kind, $author, $orderId, $variantId, $displayName, $stars, $title, $text, $locale)
       on conflict (product_id, author_kind, author_id) do nothing returning id`,
      { ...purchase, ...opinion, productId, kind: author.kind, author: author.id },
      tx,
    )
    const review = (await lockReviewBy(tx, author, productId))!
    if (added) await noteState(tx, review, 'author')
    else if (!isSameOpinion(review, opinion)) await rewrite(tx, review, opinion)
    return { reviewId: review.id }
  })
}

async function rewrite(tx: Transaction, review: Review, opinion: Opinion): Promise<void> {
  const { displayName, stars, title, text, locale } = opinion
  await rows(
    `update reviews.reviews set display_name = $displayName, stars = $stars, title = $title, text = $text,
       locale = $locale, state = 'pending', reason = null, moderated_at = null, moderator = null, written_at = now(),
       version = version + 1
     where id = $id`,
    { id: review.id, displayName, stars, title, text, locale },
    tx,
  )
  if (review.state === 'published') await countStars(tx, review, -1)
  await noteState(
    tx,
    { id: review.id, version: review.version + 1, state: 'pending', reason: null },
    'author',
  )
}
