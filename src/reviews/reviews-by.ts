import { rows } from '../platform/database.ts'
import type { ReviewState } from './review.ts'
import { authorOf } from './reviewer.ts'

/** A review in the list of its author's. */
export interface WrittenReview {
  productId: number
  stars: number
  title: string
  state: ReviewState
  reason: string | null
  writtenAt: Date
}

/** What somebody has written, the newest first. */
export function reviewsBy(author: { visitorId: string }): Promise<WrittenReview[]> {
  const { kind, id } = authorOf(author)
  return rows<WrittenReview>(
    `select product_id as "productId", stars, title, state, reason, written_at as "writtenAt" from reviews.reviews
     where author_kind = $kind and author_id = $id order by written_at desc, id desc limit 200`,
    { kind, id },
  )
}
