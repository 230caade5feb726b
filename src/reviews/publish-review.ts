import { type Decision, decideReview } from './decide-review.ts'

/** Shows a review from now on, and counts its stars. Refuses as `decideReview` does. */
export function publishReview(decision: Decision) {
  return decideReview(decision, { state: 'published', reason: null })
}
