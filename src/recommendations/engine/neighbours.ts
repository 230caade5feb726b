import type { Sessions } from './event-log.ts'
import type { Postings } from './postings.ts'
import { highest, Scores } from './scores.ts'

export interface NeighbourParameters {
  /** So many of the most similar sessions speak. */
  neighbours: number
  /** Of each item, so many of the newest sessions with it are compared. */
  sample: number
  /** After so many items away from what is shared, an item of a neighbour counts less by e; null where order says nothing. */
  distance: number | null
  /** After so many days a neighbour counts less by e; null where age says nothing. */
  days: number | null
}

/** An item of the question, with how much it counts. */
export interface Trail {
  item: number
  weight: number
}

const DAY = 86_400

/**
 * Sessions like the one that is going on speak for what else is in them: the more that is shared and rare, the newer they
 * are, and the nearer an item stands to what is shared (the shape of V-STAN).
 */
export class Neighbours {
  readonly #sessions: Sessions
  readonly #postings: Postings
  readonly #idf: Float32Array
  readonly #similar: Scores
  readonly #pivots: Int32Array
  readonly #best: Float64Array
  readonly #parameters: NeighbourParameters

  constructor(sessions: Sessions, postings: Postings, itemCount: number, parameters: NeighbourParameters) {
    this.#sessions = sessions
    this.#postings = postings
    this.#parameters = parameters
    this.#idf = Float32Array.from({ length: itemCount }, (_, item) =>
      Math.log(1 + sessions.count / (1 + postings.starts[item + 1]! - postings.starts[item]!)),
    )
    this.#similar = new Scores(sessions.count)
    this.#pivots = new Int32Array(sessions.count)
    this.#best = new Float64Array(sessions.count)
  }

  score(trail: readonly Trail[], now: number, scores: Scores): void {
    const { neighbours, days } = this.#parameters
    const { starts, times } = this.#sessions
    this.#compare(trail)
    const { values, touched } = this.#similar
    for (const session of touched) {
      const length = starts[session + 1]! - starts[session]!
      const age = days === null ? 1 : Math.exp(-Math.max(0, now - times[session]!) / (days * DAY))
      values[session]! *= age / Math.sqrt(length)
    }
    for (const session of highest(touched, values, neighbours))
      this.#listen(session, values[session]!, scores)
    for (const session of touched) this.#best[session] = 0
    this.#similar.clear()
  }

  #compare(trail: readonly Trail[]): void {
    const { sample } = this.#parameters
    const { starts, sessions } = this.#postings
    for (const { item, weight } of trail) {
      const to = starts[item + 1]!
      const shared = weight * this.#idf[item]!
      for (let at = Math.max(starts[item]!, to - sample); at < to; at++) {
        const session = sessions[at]!
        this.#similar.add(session, shared)
        if (weight <= this.#best[session]!) continue
        this.#best[session] = weight
        this.#pivots[session] = item
      }
    }
  }

  #listen(session: number, similarity: number, scores: Scores): void {
    const { distance } = this.#parameters
    const { starts, items, weights } = this.#sessions
    const from = starts[session]!
    const to = starts[session + 1]!
    let pivot = to - 1
    while (pivot > from && items[pivot] !== this.#pivots[session]) pivot--
    for (let at = from; at < to; at++) {
      const near = distance === null ? 1 : Math.exp(-Math.abs(at - pivot) / distance)
      scores.add(items[at]!, similarity * near * this.#idf[items[at]!]! * Math.sqrt(weights[at]!))
    }
  }
}
