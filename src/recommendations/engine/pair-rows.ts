import type { Sessions } from './event-log.ts'
import type { Postings } from './postings.ts'
import { highest, Scores } from './scores.ts'

/** Sparse rows of a matrix of items by items. */
export interface Rows {
  starts: Uint32Array
  items: Uint32Array
  values: Float32Array
}

export interface PairWeights {
  /** After so many steps an item counts less by e; null where the order of a session says nothing. */
  steps: number | null
  /** Of how much a session counts by its length: 0 all alike, 1 each as much as any other, however long. */
  lengthPower: number
  /** How much what comes afterwards speaks for what was before, where order says something: from 0 to 1. */
  backwards: number
}

/** Pairs of a number and a value, in columns that grow. */
export class Entries {
  #items = new Uint32Array(65_536)
  #values = new Float32Array(65_536)
  count = 0

  add(item: number, value: number): void {
    if (this.count === this.#items.length) {
      const [items, values] = [new Uint32Array(this.count * 2), new Float32Array(this.count * 2)]
      items.set(this.#items)
      values.set(this.#values)
      this.#items = items
      this.#values = values
    }
    this.#items[this.count] = item
    this.#values[this.count++] = value
  }

  get items(): Uint32Array {
    return this.#items.subarray(0, this.count)
  }

  get values(): Float32Array {
    return this.#values.subarray(0, this.count)
  }
}

/** Longer sessions are machines or wholesalers; what stands behind says little more. */
const LONGEST = 300

/**
 * How often items come together in a session (`together`), or one before another (`before`: row by the later one, columns
 * by what came before it). Of each row the highest `most` are kept, sorted by item.
 */
export function pairRows(
  sessions: Sessions,
  postings: Postings,
  itemCount: number,
  { steps, lengthPower, backwards }: PairWeights,
  what: 'together' | 'before',
  most: number,
): Rows {
  const decay = Float64Array.from({ length: LONGEST + 1 }, (_, distance) =>
    steps === null ? 1 : Math.exp(-distance / steps),
  )
  const scores = new Scores(itemCount)
  const kept = new Entries()
  const bounds = new Uint32Array(itemCount + 1)
  for (let item = 0; item < itemCount; item++) {
    for (let at = postings.starts[item]!; at < postings.starts[item + 1]!; at++)
      addSession(item, postings.sessions[at]!)
    const row = highest(scores.touched, scores.values, most).sort((a, b) => a - b)
    for (const other of row) kept.add(other, scores.values[other]!)
    bounds[item + 1] = kept.count
    scores.clear()
  }
  return { starts: bounds, items: kept.items, values: kept.values }

  function addSession(item: number, session: number): void {
    const from = sessions.starts[session]!
    const to = Math.min(sessions.starts[session + 1]!, from + LONGEST)
    const share = (to - from) ** -lengthPower
    for (let at = from; at < to; at++) {
      if (sessions.items[at] !== item) continue
      if (what === 'together') addTogether(from, to, at, share)
      else addBefore(item, from, to, at, share)
    }
  }

  function addTogether(from: number, to: number, at: number, share: number): void {
    for (let other = from; other < to; other++) {
      // With order, a pair is seen from every place behind both of them.
      const behind = steps === null ? 1 : to - 1 - Math.max(at, other)
      if (behind === 0) continue
      const seen = steps === null ? 1 : decay[Math.abs(at - other)]! * geometric(behind)
      scores.add(sessions.items[other]!, share * seen)
    }
  }

  function addBefore(item: number, from: number, to: number, at: number, share: number): void {
    for (let other = from; other < (steps === null || backwards > 0 ? to : at); other++) {
      const source = sessions.items[other]!
      if (other === at || (source === item && (steps === null || other > at))) continue
      const way = steps === null || other < at ? 1 : backwards
      scores.add(source, share * way * decay[Math.abs(at - other) - 1]!)
    }
  }

  function geometric(count: number): number {
    const ratio = decay[2]!
    return (1 - ratio ** count) / (1 - ratio)
  }
}
