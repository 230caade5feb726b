import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portion, shareOut } from '../../src/pricing/rounding.ts'

test('halves go away from zero', () => {
  expect([portion(5, 1, 2), portion(-5, 1, 2), portion(7, 1, 2)]).toEqual([3, -3, 4])
})

test('a portion is off by half a unit at the most, for amounts where floats are off by more', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1_000_000, max: 2_000_000 }),
      (amount, numerator, denominator) => {
        const error =
          2n *
          (BigInt(portion(amount, numerator, denominator)) * BigInt(denominator) -
            BigInt(amount) * BigInt(numerator))
        expect(error <= BigInt(denominator) && error >= -BigInt(denominator)).toBe(true)
      },
    ),
  )
})

test('what is shared out adds up to the whole, and no part is off by a unit or more', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000_000_000 }),
      fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 50 }),
      (amount, weights) => {
        const whole = weights.reduce((a, b) => a + b, 0)
        fc.pre(whole > 0)
        const parts = shareOut(amount, weights)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(amount)
        for (const [index, part] of parts.entries()) {
          const error = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(weights[index]!)
          expect(error > -BigInt(whole) && error < BigInt(whole)).toBe(true)
        }
      },
    ),
    { numRuns: 10_000 },
  )
})

test('the largest remainders get what is left, among equals the first', () => {
  expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(shareOut(10, [55, 25, 20])).toEqual([6, 2, 2])
  expect(shareOut(0, [0, 0])).toEqual([0, 0])
  expect(() => shareOut(1, [0])).toThrow(RangeError)
})
