import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentAt, wallClock } from '../../src/platform/wall-clock.ts'

const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 }).map((minute) => new Date(minute * 60_000))
const zones = fc.constantFrom(
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
)

test('what clocks show leads to the moment at which they show it', () => {
  fc.assert(
    fc.property(minutes, zones, (at, zone) => {
      expect(wallClock(momentAt(wallClock(at, zone), zone), zone)).toBe(wallClock(at, zone))
    }),
  )
})

test.each([
  ['2026-11-26T09:00', '2026-11-26T08:00:00.000Z'],
  ['2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
])('%s is %s, also where clocks change', (local, moment) => {
  expect(momentAt(local).toISOString()).toBe(moment)
})
