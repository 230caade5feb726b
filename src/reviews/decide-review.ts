import { rows, type Transaction, transaction } from '../platform/database.ts'
import { countStars } from './count-stars.ts'
import { lockReview, noteState, type Review } from './review.ts'

/** What a member of staff decides of the version of a review that they have read. */
export interface Decision {
  reviewId: number
  version: number
  actor: string
}

interface Verdict {
  state: 'published' | 'declined'
  /** Why it is declined, for its author to read. */
  reason: string | null
}

/**
 * Shows a review or does not. Refuses when it is not there, and when somebody has written it anew or decided of it
 * meanwhile; the same decision of the same person sent twice is one.
 */
export function decideReview({ reviewId, version, actor }: Decision, verdict: Verdict) {
  return transaction(async (tx) => {
    const review = await lockReview(tx, reviewId)
    if (!review) return { refused: 'unknown' as const }
    if (isDecided(review, version, actor, verdict)) return { reviewId }
    if (review.version !== version || review.state === verdict.state) {
      return { refused: 'changed' as const, state: review.state, by: review.moderator }
    }
    await settle(tx, review, verdict, actor)
    return { reviewId }
  })
}

function isDecided(review: Review, version: number, actor: string, { state, reason }: Verdict): boolean {
  const isTheirs = review.moderator === actor && review.version === version + 1
  return isTheirs && review.state === state && review.reason === reason
}

async function settle(tx: Transaction, review: Review, { state, reason }: Verdict, actor: string) {
  await rows(
    `update reviews.reviews
     set state = $state, reason = $reason, moderated_at = now(), moderator = $actor, version = version + 1
     where id = $id`,
    { id: review.id, state, reason, actor },
    tx,
  )
  if (state === 'published') await countStars(tx, review, 1)
  else if (review.state === 'published') await countStars(tx, review, -1)
  await noteState(tx, { id: review.id, version: review.version + 1, state, reason }, actor)
}
