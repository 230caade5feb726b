import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'
import { countStars } from './count-stars.ts'

/** What somebody has written of products. */
export const personalReviews: PersonalData = {
  name: 'reviews',
  collect: ({ visitorId }) =>
    rows(
      `select product_id as "productId", display_name as "displayName", stars, title, text, state, reason,
         written_at as "writtenAt" from reviews.reviews
       where author_kind = 'visitor' and author_id = $visitorId order by id`,
      { visitorId },
    ),
  erase: async (tx, { visitorId }) => {
    const written = await rows<{ id: number; productId: number; stars: number; state: string }>(
      `select id, product_id as "productId", stars, state from reviews.reviews
       where author_kind = 'visitor' and author_id = $visitorId order by product_id for update`,
      { visitorId },
      tx,
    )
    for (const review of written) {
      if (review.state === 'published') await countStars(tx, review, -1)
      await rows('delete from reviews.review_events where review_id = $id', { id: review.id }, tx)
      await rows('delete from reviews.reviews where id = $id', { id: review.id }, tx)
    }
  },
}
