import { solve } from './cholesky.ts'
import type { Sessions } from './event-log.ts'
import { Entries, type PairWeights, pairRows, type Rows } from './pair-rows.ts'
import type { Postings } from './postings.ts'
import type { Scores } from './scores.ts'

export interface LinearParameters extends PairWeights {
  /** What is added to the diagonal: the more, the less a rare coincidence counts. */
  ridge: number
  /** So many of the items that an item comes with explain it. */
  candidates: number
}

/** By how much each item that was there speaks for others. */
export interface LinearModel {
  rows: Rows
}

/** Entries of co-occurrence that are kept at most: about 64 MiB. */
const MOST_ENTRIES = 8_000_000

/**
 * For each item a ridge regression on the items that it comes with most, in closed form: what speaks for it once what
 * the others have said already is taken off (the idea of SLIST, WWW 2021, local so that no matrix of all items is made).
 */
export function trainLinear(
  sessions: Sessions,
  postings: Postings,
  itemCount: number,
  parameters: LinearParameters,
): LinearModel {
  const { ridge, candidates } = parameters
  const most = Math.max(200, Math.floor(MOST_ENTRIES / Math.max(1, itemCount)))
  const together = pairRows(sessions, postings, itemCount, parameters, 'together', most)
  const before = pairRows(sessions, postings, itemCount, parameters, 'before', candidates)
  const place = new Int32Array(itemCount).fill(-1)
  const matrix = new Float64Array(candidates * candidates)
  const vector = new Float64Array(candidates)
  const learnt = new Entries()
  const learntOf = new Uint32Array(itemCount + 1)
  for (let target = 0; target < itemCount; target++) {
    const from = before.starts[target]!
    const size = before.starts[target + 1]! - from
    for (let row = 0; row < size; row++) place[before.items[from + row]!] = row
    matrix.fill(0, 0, size * size)
    for (let row = 0; row < size; row++) {
      const source = before.items[from + row]!
      for (let at = together.starts[source]!; at < together.starts[source + 1]!; at++) {
        const column = place[together.items[at]!]!
        if (column >= 0) matrix[row * size + column] = together.values[at]!
      }
      matrix[row * size + row]! += ridge
      vector[row] = before.values[from + row]!
    }
    solve(matrix, vector, size, ridge / 10)
    for (let row = 0; row < size; row++) {
      place[before.items[from + row]!] = -1
      if (Math.abs(vector[row]!) < SMALLEST) continue
      learnt.add(before.items[from + row]!, vector[row]!)
    }
    learntOf[target + 1] = learnt.count
  }
  return { rows: turned({ starts: learntOf, items: learnt.items, values: learnt.values }, itemCount) }
}

const SMALLEST = 1e-4

/** The rows by what stood in their columns. */
function turned({ starts, items, values }: Rows, itemCount: number): Rows {
  const bounds = new Uint32Array(itemCount + 1)
  for (const item of items) bounds[item + 1]!++
  for (let item = 0; item < itemCount; item++) bounds[item + 1]! += bounds[item]!
  const filled = bounds.slice(0, itemCount)
  const turnedItems = new Uint32Array(items.length)
  const turnedValues = new Float32Array(items.length)
  for (let row = 0; row < itemCount; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const to = filled[items[at]!]!++
      turnedItems[to] = row
      turnedValues[to] = values[at]!
    }
  }
  return { starts: bounds, items: turnedItems, values: turnedValues }
}

/** Adds what an item that was there says for others. */
export function scoreLinear({ rows }: LinearModel, source: number, weight: number, scores: Scores): void {
  for (let at = rows.starts[source]!; at < rows.starts[source + 1]!; at++)
    scores.add(rows.items[at]!, weight * rows.values[at]!)
}

/** By how much one item speaks for another. */
export function linearWeight({ rows }: LinearModel, source: number, target: number): number {
  for (let at = rows.starts[source]!; at < rows.starts[source + 1]!; at++)
    if (rows.items[at] === target) return rows.values[at]!
  return 0
}

/** The same for more items, of which nothing is known. */
export function withItems({ rows }: LinearModel, itemCount: number): LinearModel {
  const starts = new Uint32Array(itemCount + 1).fill(rows.items.length)
  starts.set(rows.starts)
  return { rows: { ...rows, starts } }
}
