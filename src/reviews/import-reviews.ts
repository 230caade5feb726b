import { row, type Transaction } from '../platform/database.ts'
import { countStars } from './count-stars.ts'
import { lockReviewBy, noteState, type Opinion, type Review } from './review.ts'

/** A review that was published elsewhere. Nothing proves that its author has bought here. */
export interface ImportedReview extends Opinion {
  /** Its name where it comes from. */
  key: string
  writtenAt: Date
}

const ACTOR = 'import'

/** Publishes reviews that come from elsewhere. One that is here already is written anew, unless staff have decided of it. */
export async function importReviews(
  tx: Transaction,
  productId: number,
  reviews: ImportedReview[],
): Promise<void> {
  for (const review of reviews) await importReview(tx, productId, review)
}

async function importReview(tx: Transaction, productId: number, review: ImportedReview): Promise<void> {
  const known = await lockReviewBy(tx, { kind: 'imported', id: review.key }, productId)
  if (known && known.moderator !== ACTOR) return
  const { displayName, stars, title, text, locale, writtenAt } = review
  const written = await row<Pick<Review, 'id' | 'version'>>(
    `insert into reviews.reviews (product_id, author_kind, author_id, display_name, stars, title, text, locale, state,
       created_at, written_at, moderated_at, moderator)
     values ($productId, 'imported', $key, $displayName, $stars, $title, $text, $locale, 'published',
       $writtenAt, $writtenAt, $writtenAt, $actor)
     on conflict (product_id, author_kind, author_id) do update set display_name = excluded.display_name,
       stars = excluded.stars, title = excluded.title, text = excluded.text, locale = excluded.locale,
       written_at = excluded.written_at, version = reviews.version + 1
     returning id, version`,
    { productId, key: review.key, displayName, stars, title, text, locale, writtenAt, actor: ACTOR },
    tx,
  )
  if (known) await countStars(tx, known, -1)
  await countStars(tx, { productId, stars }, 1)
  await noteState(tx, { ...written!, state: 'published', reason: null }, ACTOR)
}
