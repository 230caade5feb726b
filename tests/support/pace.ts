import { createHash } from 'node:crypto'

/** How long the work below takes on the machine on which limits were set, in milliseconds. */
const USUAL_MS = 65
const work = Buffer.alloc(1_000_000, 'pace')

/**
 * How many times longer this machine takes just now than the one on which limits were set; 1 where it is as fast. What must
 * be done within a time is allowed so much more of it: a limit says how good the shop is, not how busy the machine.
 */
export function pace(): number {
  return Math.max(1, Math.min(...Array.from({ length: 3 }, timed)) / USUAL_MS)
}

function timed(): number {
  const begun = performance.now()
  for (let round = 0; round < 25; round++) {
    createHash('sha256').update(work).digest()
    JSON.parse(JSON.stringify(Array.from({ length: 5_000 }, (_, index) => ({ index, name: `n${index}` }))))
  }
  return performance.now() - begun
}
