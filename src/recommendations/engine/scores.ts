/** Scores of few items among many: adding is cheap, and so is forgetting all of them. */
export class Scores {
  readonly values: Float64Array
  /** The items that have a score, in no order. */
  readonly touched: number[] = []

  constructor(size: number) {
    this.values = new Float64Array(size)
  }

  add(item: number, score: number): void {
    if (this.values[item] === 0) this.touched.push(item)
    this.values[item]! += score
  }

  clear(): void {
    for (const item of this.touched) this.values[item] = 0
    this.touched.length = 0
  }

  max(): number {
    let max = 0
    for (const item of this.touched) if (this.values[item]! > max) max = this.values[item]!
    return max
  }
}

/** The items with the highest values, the highest first; of the same, the one with the lower number. */
export function highest(items: readonly number[], values: ArrayLike<number>, count: number): number[] {
  const before = (a: number, b: number) => values[b]! - values[a]! || a - b
  if (count < 1) return []
  if (items.length <= count) return [...items].sort(before)
  const heap = items.slice(0, count).sort((a, b) => before(b, a))
  for (let index = count; index < items.length; index++) {
    const item = items[index]!
    if (before(item, heap[0]!) >= 0) continue
    heap[0] = item
    sink(heap, before)
  }
  return heap.sort(before)
}

/** Lets the first of a heap sink to where it belongs: the last in order stands on top. */
function sink(heap: number[], before: (a: number, b: number) => number): void {
  for (let at = 0; ; ) {
    const left = at * 2 + 1
    if (left >= heap.length) return
    const right = left + 1
    const child = right < heap.length && before(heap[right]!, heap[left]!) > 0 ? right : left
    if (before(heap[child]!, heap[at]!) <= 0) return
    const sinking = heap[at]!
    heap[at] = heap[child]!
    heap[child] = sinking
    at = child
  }
}
