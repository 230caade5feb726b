import { type Decision, decideReview } from './decide-review.ts'

/** Does not show a review, or no longer, and says why to its author. Refuses as `decideReview` does. */
export async function declineReview({ reason, ...decision }: Decision & { reason: string }) {
  const said = reason.trim()
  if (said === '') return { refused: 'no-reason' as const }
  return decideReview(decision, { state: 'declined', reason: said })
}
