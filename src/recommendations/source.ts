import type { Query, Recommendation } from './engine/recommender.ts'

/** What somebody has done so far, as products, the oldest first, which must not come back, and how many are wanted. */
export interface Question {
  trail: number[]
  count: number
}

/** A product that could be wanted, and the one of the trail that speaks for it; null where it is popular and no more. */
export interface Suggestion {
  productId: number
  because: number | null
}

export interface Answer {
  /** Which model has answered, as figures name it. */
  version: string
  /** The likeliest first. */
  suggestions: Suggestion[]
}

/** Somebody who can be asked what is wanted next. */
export interface Source {
  /** Never throws; undefined when there is no answer in time, or none can be given yet. */
  ask: (question: Question) => Promise<Answer | undefined>
  close: () => Promise<void>
}

/** The question as the engine takes it. Nobody is named: the trail says all. */
export function queryFor({ trail, count }: Question): Query {
  return { items: trail.map(String), user: '', k: count, exclude: true, now: Math.floor(Date.now() / 1_000) }
}

/** What the engine has found, as products. */
export function suggestionsIn(found: Pick<Recommendation, 'item' | 'because'>[]): Suggestion[] {
  return found.map(({ item, because }) => ({
    productId: Number(item),
    because: because === undefined ? null : Number(because),
  }))
}
