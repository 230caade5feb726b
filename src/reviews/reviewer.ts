import type { Author } from './review.ts'

export { buyerOf } from '../orders/index.ts'

/** Whose review it is that a purchase gives a right to: its placer's, whatever device they write on. */
export function authorOf(purchase: { visitorId: string }): Author {
  return { kind: 'visitor', id: purchase.visitorId }
}
