import type { Sessions } from './event-log.ts'

const DAY = 86_400

/** How much each item is wanted lately: an event counts half as much a half-life later. */
export function popularityOf(
  { starts, items, weights, times, count }: Sessions,
  itemCount: number,
  halfLifeDays: number,
): Float64Array {
  const popularity = new Float64Array(itemCount)
  const now = count > 0 ? times[count - 1]! : 0
  for (let session = 0; session < count; session++) {
    const age = 0.5 ** ((now - times[session]!) / (halfLifeDays * DAY))
    for (let at = starts[session]!; at < starts[session + 1]!; at++)
      popularity[items[at]!]! += weights[at]! * age
  }
  return popularity
}
