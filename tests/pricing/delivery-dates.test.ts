import { expect, test } from 'vitest'
import { deliveryDates } from '../../src/pricing/index.ts'

const friday = new Date('2026-11-20T15:00:00Z')

test('a parcel travels on working days', () => {
  expect(deliveryDates({ daysFrom: 1, daysTo: 3 }, friday)).toEqual({
    first: '2026-11-23',
    last: '2026-11-25',
  })
})

test('a parcel without a journey does not arrive on a Sunday', () => {
  expect(deliveryDates({ daysFrom: 0, daysTo: 0 }, new Date('2026-11-22T10:00:00Z')).first).toBe('2026-11-23')
})
