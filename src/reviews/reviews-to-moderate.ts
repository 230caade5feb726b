import { rows } from '../platform/database.ts'
import type { Review } from './review.ts'

/** A review that waits to be read by us. */
export type WaitingReview = Omit<Review, 'state' | 'reason' | 'moderator'> & {
  orderId: number
  writtenAt: Date
  /** It was shown or declined before, and has been written anew. */
  isRewritten: boolean
}

const MOST = 50

/** The reviews that wait longest, at most fifty. */
export function reviewsToModerate(): Promise<WaitingReview[]> {
  return rows<WaitingReview>(
    `select id, product_id as "productId", order_id as "orderId", display_name as "displayName", stars, title, text,
       locale, version, written_at as "writtenAt", version > 1 as "isRewritten"
     from reviews.reviews where state = 'pending' order by written_at, id limit $most`,
    { most: MOST },
  )
}
