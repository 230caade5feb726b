import { row, type Transaction } from '../platform/database.ts'

/** How a review is, as the audit log keeps it. Locks it. */
export function reviewStateOf(tx: Transaction, reviewId: number): Promise<object | undefined> {
  return row(
    'select state, reason, version from reviews.reviews where id = $reviewId for update',
    { reviewId },
    tx,
  )
}
