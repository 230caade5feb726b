import type { Sessions } from './event-log.ts'

/** In which sessions each item is, each named once, from the oldest to the newest. */
export interface Postings {
  /** Where the sessions of each item begin; one more than there are items. */
  starts: Uint32Array
  sessions: Uint32Array
}

export function postingsOf({ starts, items, count }: Sessions, itemCount: number): Postings {
  const last = new Int32Array(itemCount).fill(-1)
  const bounds = new Uint32Array(itemCount + 1)
  each((item) => bounds[item + 1]!++)
  for (let item = 0; item < itemCount; item++) bounds[item + 1]! += bounds[item]!
  const filled = bounds.slice(0, itemCount)
  const sessions = new Uint32Array(bounds[itemCount]!)
  last.fill(-1)
  each((item, session) => {
    sessions[filled[item]!++] = session
  })
  return { starts: bounds, sessions }

  function each(tell: (item: number, session: number) => void): void {
    for (let session = 0; session < count; session++) {
      for (let at = starts[session]!; at < starts[session + 1]!; at++) {
        const item = items[at]!
        if (last[item] === session) continue
        last[item] = session
        tell(item, session)
      }
    }
  }
}
