import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  adjustStock,
  availabilityOf,
  locations,
  putBack,
  saveLocation,
  setStock,
  takeReplacements,
  transferStock,
} from '../../src/inventory/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { inParallel } from '../../src/platform/in-parallel.ts'
import { arrives, cancels, emptyShelves, expectSound, holds, lapses, pays, shelvesOf } from './shelves.ts'

const MUG = 7
const LAMP = 8

beforeEach(emptyShelves)
afterEach(expectSound)

describe('goods in several places', () => {
  test('are sold from all of them together', async () => {
    await arrives(MUG, 2, 'wien')
    await arrives(MUG, 3, 'paris')
    expect((await availabilityOf([MUG])).get(MUG)).toBe(5)
    expect(await holds(1, { [MUG]: 6 })).toEqual({
      refused: 'short',
      short: [{ variantId: MUG, quantity: 6, left: 5 }],
    })
    await holds(1, { [MUG]: 5 })
    expect(await shelvesOf(MUG)).toEqual({ paris: '3/3', wien: '2/2' })
  })

  test("are held in the destination's country, and leave from there when they are paid", async () => {
    await arrives(MUG, 9)
    await arrives(MUG, 9, 'paris')
    await holds(1, { [MUG]: 2 }, 'FR')
    expect(await shelvesOf(MUG)).toEqual({ main: '9/0', paris: '9/2' })
    await pays(1)
    expect(await shelvesOf(MUG)).toEqual({ main: '9/0', paris: '7/0' })
  })

  test('are free again where they were held when an order lapses', async () => {
    await arrives(MUG, 2)
    await arrives(MUG, 2, 'wien')
    await holds(1, { [MUG]: 3 }, 'AT')
    expect(await shelvesOf(MUG)).toEqual({ main: '2/1', wien: '2/2' })
    await lapses(1)
    await lapses(1)
    expect(await shelvesOf(MUG)).toEqual({ main: '2/0', wien: '2/0' })
    await holds(1, { [MUG]: 1 }, 'DE')
    expect(await shelvesOf(MUG)).toEqual({ main: '2/1', wien: '2/0' })
  })

  test('come back to where they were sold from, and not a second time to the same place', async () => {
    await arrives(MUG, 2)
    await arrives(MUG, 2, 'wien')
    await holds(1, { [MUG]: 4 })
    await pays(1)
    await cancels(1, MUG, 3)
    await cancels(1, MUG, 1)
    expect(await shelvesOf(MUG)).toEqual({ main: '2/0', wien: '2/0' })
  })

  test('come into the first place when nobody knows from where they were sold', async () => {
    const cause = { reason: 'return', reference: 'P-0', actor: 'test' } as const
    await transaction((tx) => putBack(tx, [{ variantId: MUG, quantity: 2 }], cause))
    expect(await shelvesOf(MUG)).toEqual({ main: '2/0' })
  })

  test('are counted as a whole by an import: more come into the first place, fewer go from as few as possible', async () => {
    const set = (onHand: number) =>
      transaction((tx) => setStock(tx, { variantId: MUG, onHand, reason: 'import', actor: 'test' }))
    await arrives(MUG, 4, 'wien')
    await set(6)
    expect(await shelvesOf(MUG)).toEqual({ main: '2/0', wien: '4/0' })
    await set(3)
    expect(await shelvesOf(MUG)).toEqual({ main: '2/0', wien: '1/0' })
  })

  test('replace lost ones from wherever they are, but not what is held', async () => {
    await arrives(MUG, 2, 'wien')
    await holds(1, { [MUG]: 1 })
    const take = (quantity: number) =>
      transaction((tx) =>
        takeReplacements(tx, [{ variantId: MUG, quantity }], { reference: 'P-1', actor: 'test' }),
      )
    expect(await take(2)).toEqual({ refused: 'short', short: [{ variantId: MUG, quantity: 2 }] })
    expect(await take(1)).toEqual({ taken: 1 })
    expect(await shelvesOf(MUG)).toEqual({ wien: '1/1' })
  })

  test('200 orders from all sides take what there is in three places, and nobody waits in a circle', async () => {
    for (const place of ['main', 'wien', 'paris']) {
      await arrives(MUG, 20, place)
      await arrives(LAMP, 10, place)
    }
    const countries = ['DE', 'AT', 'FR']
    // More than there are connections, so that each of them is taken all the time.
    const outcomes = await inParallel([...Array(200).keys()], 40, (index) => {
      const lines = index % 2 ? { [MUG]: 1, [LAMP]: 1 } : { [LAMP]: 1, [MUG]: 1 }
      return holds(index + 1, lines, countries[index % 3])
    })
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(30)
    expect(await shelvesOf(LAMP)).toEqual({ main: '10/10', paris: '10/10', wien: '10/10' })
  })
})

describe('setting right what there is in a place', () => {
  const adjust = (delta: number, more: object = {}) =>
    adjustStock({ variantId: MUG, location: 'wien', delta, reason: 'damage', actor: 'test', ...more })

  test('does not go below what is held there', async () => {
    await arrives(MUG, 3, 'wien')
    await arrives(MUG, 9)
    await holds(1, { [MUG]: 2 }, 'AT')
    expect(await adjust(-2)).toEqual({ refused: 'held', free: 1 })
    expect(await adjust(-1)).toEqual({ onHand: 11 })
    expect(await shelvesOf(MUG)).toEqual({ main: '9/0', wien: '2/2' })
  })

  test('counts once however often the form is sent', async () => {
    await arrives(MUG, 3, 'wien')
    const key = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => adjust(-1, { key, note: 'Fell' })))
    expect(outcomes).toEqual(Array(5).fill({ onHand: 2 }))
    expect(await shelvesOf(MUG)).toEqual({ wien: '2/0' })
  })

  test('knows no place that is not there', async () => {
    expect(await adjust(1, { location: 'rom' })).toEqual({ refused: 'location-unknown' })
  })
})

describe('a transfer', () => {
  const transfer = (quantity: number, more: object = {}) =>
    transferStock({ variantId: MUG, from: 'main', to: 'wien', quantity, actor: 'test', ...more })

  test('moves what is free, with a movement in either place, and changes nothing of the whole', async () => {
    await arrives(MUG, 5)
    await holds(1, { [MUG]: 2 })
    expect(await transfer(4)).toEqual({ refused: 'short', free: 3 })
    expect(await transfer(3)).toEqual({ quantity: 3 })
    expect(await shelvesOf(MUG)).toEqual({ main: '2/2', wien: '3/0' })
    const moved = await rows(
      `select delta from inventory.stock_movements where reason = 'transfer' order by id`,
    )
    expect(moved).toEqual([{ delta: -3 }, { delta: 3 }])
  })

  test('happens once however often the form is sent, and goods that go both ways at once do not collide', async () => {
    await arrives(MUG, 10)
    await arrives(MUG, 10, 'wien')
    const key = randomUUID()
    const back = { from: 'wien', to: 'main' }
    await Promise.all([
      ...Array.from({ length: 4 }, () => transfer(3, { key })),
      ...Array.from({ length: 4 }, () => transfer(1, back)),
    ])
    expect(await shelvesOf(MUG)).toEqual({ main: '11/0', wien: '9/0' })
  })

  test.each([
    [{ to: 'main' }, 'location-unknown'],
    [{ to: 'rom' }, 'location-unknown'],
    [{ quantity: 0 }, 'short'],
  ])('is refused with %j', async (more, refused) => {
    await arrives(MUG, 5)
    expect(await transfer(1, more)).toMatchObject({ refused })
  })
})

describe('a place', () => {
  const wien = { code: 'wien', name: 'Vienna', country: 'AT', position: 1, isActive: false }

  test('is closed when it is empty; then nothing comes into it', async () => {
    await arrives(MUG, 1, 'wien')
    expect(await saveLocation(wien)).toEqual({ refused: 'not-empty' })
    await transferStock({ variantId: MUG, from: 'wien', to: 'main', quantity: 1, actor: 'test' })
    expect((await saveLocation(wien)).refused).toBeUndefined()
    expect((await locations()).map(({ code, isActive }) => [code, isActive])).toEqual([
      ['main', true],
      ['wien', false],
      ['paris', true],
    ])
    await expect(arrives(MUG, 1, 'wien')).rejects.toThrow('location-unknown')
  })

  test('remains open when it is the only one', async () => {
    await saveLocation(wien)
    await saveLocation({ code: 'paris', name: 'Paris', country: 'FR', position: 2, isActive: false })
    const main = { code: 'main', name: 'Main warehouse', country: 'DE', position: 0, isActive: false }
    expect(await saveLocation(main)).toEqual({ refused: 'last' })
  })
})
