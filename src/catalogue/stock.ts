import type { Supply } from '../inventory/index.ts'

/**
 * How many can be sold: "few" are worth naming, "plenty" are not; "some" are here while more can be ordered, and of what
 * is "awaited" all have yet to come.
 */
export interface Stock {
  level: 'plenty' | 'few' | 'some' | 'awaited' | 'none'
  /** How many can be sent at once. */
  left: number
  /** When more are to come: an ISO date, where it is known. */
  restockedOn: string | null
}

const FEW = 5

export function stockOf(supply: Supply): Stock {
  return { level: levelOf(supply), left: supply.atOnce, restockedOn: supply.restockedOn }
}

function levelOf({ available, atOnce }: Supply): Stock['level'] {
  if (available === 0) return 'none'
  if (atOnce === 0) return 'awaited'
  if (atOnce > FEW) return 'plenty'
  return available > atOnce ? 'some' : 'few'
}
