import type { Event } from '../../src/recommendations/index.ts'

/** Numbers from 0 to 1 that look like chance and are the same every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const GROUP = 8

/**
 * Sessions of made-up shoppers: items stand in rings of eight, and whoever looks at one looks at the next of its ring
 * then, unless chance leads them anywhere. A few items are looked at far more than others.
 */
export function ringSessions(sessions: number, rings: number, { seed = 1, astray = 0.3 } = {}): Event[] {
  const next = chance(seed)
  const pick = (count: number) => Math.floor(next() * count)
  const popular = () => Math.floor(next() ** 3 * rings)
  return Array.from({ length: sessions }, (_, session) => {
    let [ring, place] = [popular(), pick(GROUP)]
    return Array.from({ length: 2 + pick(6) }, (): Event => {
      const item = `${ring}-${place}`
      if (next() < astray) [ring, place] = [popular(), pick(GROUP)]
      else place = (place + 1) % GROUP
      return { user: '', session: String(session), item, ts: 1_700_000_000 + session * 60, event: 'view' }
    })
  }).flat()
}
