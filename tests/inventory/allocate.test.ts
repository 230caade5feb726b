import { assert, integer, property, record, subarray, tuple, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Part } from '../../src/inventory/allocate.ts'
import type { LocationLevel } from '../../src/inventory/location-levels.ts'

const countries = ['DE', 'AT', 'FR']
const place = (locationId: number, country: string, position: number) => ({ locationId, country, position })
const berlin = place(1, 'DE', 0)
const vienna = place(2, 'AT', 1)
const paris = place(3, 'FR', 2)
const at = (where: ReturnType<typeof place>, variantId: number, onHand: number, held = 0): LocationLevel => ({
  ...where,
  ...{ variantId, onHand, held },
})

describe('goods are taken', () => {
  test("from the destination's country, and else by the places' positions", () => {
    const levels = [at(paris, 7, 5), at(vienna, 7, 5), at(berlin, 7, 5)]
    const taken = (country?: string) =>
      allocate([{ variantId: 7, quantity: 2 }], levels, country).map(({ locationId }) => locationId)
    expect([taken('FR'), taken('AT'), taken('US'), taken()]).toEqual([[3], [2], [1], [1]])
  })

  test('from one place that has all, rather than from the nearest that has some', () => {
    const levels = [at(berlin, 7, 1), at(paris, 7, 2)]
    expect(allocate([{ variantId: 7, quantity: 2 }], levels, 'DE')).toEqual([
      { variantId: 7, locationId: 3, quantity: 2 },
    ])
  })

  test('from one place for the whole order, rather than line by line from the nearest', () => {
    const levels = [at(berlin, 7, 5), at(paris, 7, 5), at(paris, 8, 5)]
    const order = [7, 8].map((variantId) => ({ variantId, quantity: 1 }))
    expect(allocate(order, levels, 'DE').map(({ locationId }) => locationId)).toEqual([3, 3])
  })

  test('not from what is held for somebody else, and no more than there is', () => {
    const levels = [at(berlin, 7, 5, 4), at(paris, 7, 2)]
    expect(allocate([{ variantId: 7, quantity: 9 }], levels)).toEqual([
      { variantId: 7, locationId: 1, quantity: 1 },
      { variantId: 7, locationId: 3, quantity: 2 },
    ])
  })
})

const levelsOf = uniqueArray(
  record({
    locationId: integer({ min: 1, max: 6 }),
    variantId: integer({ min: 1, max: 4 }),
    onHand: integer({ min: 0, max: 9 }),
    held: integer({ min: 0, max: 9 }),
  }),
  { selector: ({ locationId, variantId }) => `${locationId} ${variantId}`, maxLength: 24 },
).map((levels) =>
  levels.map(({ locationId, ...level }) => ({
    ...place(locationId, countries[locationId % 3]!, 10 - locationId),
    ...level,
    held: Math.min(level.held, level.onHand),
  })),
)
const wantedOf = uniqueArray(
  record({ variantId: integer({ min: 1, max: 4 }), quantity: integer({ min: 1, max: 12 }) }),
  { selector: ({ variantId }) => variantId },
)

const sum = (parts: { quantity: number }[]) => parts.reduce((total, { quantity }) => total + quantity, 0)
const freeOf = (levels: LocationLevel[]) =>
  levels.map(({ onHand, held, ...level }) => ({ ...level, quantity: onHand - held }))
const placesIn = (parts: Part[]) => new Set(parts.map(({ locationId }) => locationId))

test('every piece that is there is taken once, and none that is not', () => {
  assert(
    property(wantedOf, levelsOf, (wanted, levels) => {
      const parts = allocate(wanted, levels, 'DE')
      for (const { variantId, quantity } of wanted) {
        const own = ({ variantId: id }: { variantId: number }) => id === variantId
        expect(sum(parts.filter(own))).toBe(Math.min(quantity, sum(freeOf(levels).filter(own))))
      }
      for (const part of parts) {
        const same = freeOf(levels).find(
          ({ variantId, locationId }) => variantId === part.variantId && locationId === part.locationId,
        )
        expect(part.quantity).toBeGreaterThan(0)
        expect(part.quantity).toBeLessThanOrEqual(same!.quantity)
      }
    }),
  )
})

test('no smaller number of places would do, up to three', () => {
  const some = subarray([1, 2, 3, 4, 5, 6], { minLength: 1, maxLength: 3 })
  assert(
    property(tuple(wantedOf, levelsOf, some), ([wanted, levels, set]) => {
      const parts = allocate(wanted, levels, 'DE')
      const within = freeOf(levels).filter(({ locationId }) => set.includes(locationId))
      const would = wanted.every(({ variantId, quantity }) => {
        const own = ({ variantId: id }: { variantId: number }) => id === variantId
        return sum(within.filter(own)) >= Math.min(quantity, sum(freeOf(levels).filter(own)))
      })
      if (would) expect(placesIn(parts).size).toBeLessThanOrEqual(set.length)
    }),
    { numRuns: 500 },
  )
})

test('the order in which the levels are read does not matter', () => {
  assert(
    property(wantedOf, levelsOf, (wanted, levels) => {
      expect(allocate(wanted, levels.toReversed(), 'AT')).toEqual(allocate(wanted, levels, 'AT'))
    }),
  )
})
