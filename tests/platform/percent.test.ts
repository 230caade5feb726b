import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePercent, percentOf } from '../../src/platform/percent.ts'

test('every share is written so that it is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (share) => {
      expect(parsePercent(percentOf(share))).toBe(share)
      expect(parsePercent(`${percentOf(share).replace('.', ',')} %`)).toBe(share)
    }),
  )
})

test.each(['', '-1', '100.0001', '101', '1.23456', '1e1', 'x', '1.'])('%j is none', (typed) => {
  expect(parsePercent(typed)).toBeUndefined()
})
