const AT_ONCE = 2

let busy = 0
const waiting: (() => void)[] = []

/** Does the work when it is its turn: two pictures are worked on at once, however many have come in. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy === AT_ONCE) await new Promise<void>((called) => waiting.push(called))
  else busy += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}
