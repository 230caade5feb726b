import type { LocationLevel } from './location-levels.ts'

/** So many of a variant. */
export interface Pieces {
  variantId: number
  quantity: number
}

/** So many of a variant from one place, or for one. */
export interface Part extends Pieces {
  locationId: number
}

const MOST_WEIGHED = 3

/**
 * From where the pieces are taken: from as few places as possible, from the destination's country first, then by the
 * places' positions. What is not there is left out. An order that needs more than three places takes from all of them in
 * that order.
 */
export function allocate(wanted: Pieces[], levels: LocationLevel[], country?: string): Part[] {
  const free = new Map(levels.map((level) => [keyOf(level), level.onHand - level.held]))
  const freeOf = (variantId: number, locationId: number) => free.get(keyOf({ variantId, locationId })) ?? 0
  const places = inOrder(
    levels.filter((level) => level.onHand > level.held),
    country,
  )
  const there = wanted.map(({ variantId, quantity }) => ({
    variantId,
    quantity: Math.min(quantity, sum(places.map((place) => freeOf(variantId, place)))),
  }))
  const chosen = fewest(there, places, freeOf)
  return there.flatMap((pieces) => shared(pieces, fewest([pieces], chosen, freeOf), freeOf))
}

type FreeOf = (variantId: number, locationId: number) => number

/** The ids of the places, the one to take from first in front. */
function inOrder(levels: LocationLevel[], country: string | undefined): number[] {
  const abroad = (level: LocationLevel) => Number(level.country !== country)
  const sorted = levels.toSorted(
    (a, b) => abroad(a) - abroad(b) || a.position - b.position || a.locationId - b.locationId,
  )
  return [...new Set(sorted.map(({ locationId }) => locationId))]
}

/** The first of the smallest sets of places that have all of it; all places where that takes more than three. */
function fewest(wanted: Pieces[], places: number[], freeOf: FreeOf): number[] {
  const haveAll = (set: number[]) =>
    wanted.every(({ variantId, quantity }) => sum(set.map((place) => freeOf(variantId, place))) >= quantity)
  for (let size = 0; size <= MOST_WEIGHED; size++) {
    for (const set of setsOf(places, size)) if (haveAll(set)) return set
  }
  return places
}

/** Every set of so many places, those in front first. */
function* setsOf(places: number[], size: number): Generator<number[], undefined> {
  if (size === 0) yield []
  else {
    for (const [index, first] of places.entries()) {
      for (const others of setsOf(places.slice(index + 1), size - 1)) yield [first, ...others]
    }
  }
}

function shared({ variantId, quantity }: Pieces, places: number[], freeOf: FreeOf): Part[] {
  let left = quantity
  return places.flatMap((locationId) => {
    const taken = Math.min(left, freeOf(variantId, locationId))
    left -= taken
    return taken > 0 ? [{ variantId, locationId, quantity: taken }] : []
  })
}

function keyOf({ variantId, locationId }: Pick<Part, 'variantId' | 'locationId'>): string {
  return `${variantId} ${locationId}`
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
