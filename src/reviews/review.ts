import { row, rows, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** Who has written a review: a visitor, a customer with an account, or somebody at the place it was brought from. */
export interface Author {
  kind: 'visitor' | 'customer' | 'imported'
  id: string
}

/** What an author says. `stars` are 1 to 5; `text` is plain, with blank lines between its paragraphs. */
export interface Opinion {
  displayName: string
  stars: number
  title: string
  text: string
  locale: Locale
}

export type ReviewState = 'pending' | 'published' | 'declined'

/** What every change of a review needs to know of it. `version` counts its writings and the decisions about it. */
export interface Review extends Opinion {
  id: number
  productId: number
  state: ReviewState
  reason: string | null
  moderator: string | null
  version: number
}

const columns = `id, product_id as "productId", display_name as "displayName", stars, title, text, locale, state, reason,
  moderator, version`

/** Locks a review until the end of the transaction. */
export function lockReview(tx: Transaction, reviewId: number): Promise<Review | undefined> {
  return row<Review>(
    `select ${columns} from reviews.reviews where id = $reviewId for update`,
    { reviewId },
    tx,
  )
}

/** Locks the review of a product by an author. */
export function lockReviewBy(
  tx: Transaction,
  { kind, id }: Author,
  productId: number,
): Promise<Review | undefined> {
  return row<Review>(
    `select ${columns} from reviews.reviews
     where product_id = $productId and author_kind = $kind and author_id = $id for update`,
    { productId, kind, id },
    tx,
  )
}

/** Notes in which state a version of a review is, and by whose doing. */
export async function noteState(
  tx: Transaction,
  review: Pick<Review, 'id' | 'version' | 'state' | 'reason'>,
  actor: string,
): Promise<void> {
  await rows(
    `insert into reviews.review_events (review_id, version, state, reason, actor)
     values ($id, $version, $state, $reason, $actor)`,
    { id: review.id, version: review.version, state: review.state, reason: review.reason, actor },
    tx,
  )
}

/** Whether two opinions say the same. */
export function isSameOpinion(one: Opinion, other: Opinion): boolean {
  const said = ({ displayName, stars, title, text }: Opinion) => [displayName, stars, title, text]
  return said(one).every((value, index) => value === said(other)[index])
}
