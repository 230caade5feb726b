import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allowBackorders, awaitedBy, suppliesOf } from '../../src/inventory/index.ts'
import { rows } from '../../src/platform/database.ts'
import {
  arrives,
  cancels,
  emptyShelves,
  expectSound,
  holds,
  lapses,
  levelOf,
  pays,
  shelvesOf,
  told,
} from './shelves.ts'

const MUG = 7
const allows = (limit: number, restockedOn: string | null = null) =>
  allowBackorders({ variantId: MUG, limit, restockedOn })
const waiting = async (orderId: number) => (await awaitedBy(orderId)).map(({ quantity }) => quantity)
const supply = async () => (await suppliesOf([MUG])).get(MUG)

beforeEach(emptyShelves)
afterEach(expectSound)

describe('more than there are', () => {
  test('can be ordered where it is allowed, and as many as it is', async () => {
    await arrives(MUG, 2)
    await allows(3, '2999-12-12')
    expect(await supply()).toEqual({ available: 5, atOnce: 2, restockedOn: '2999-12-12' })
    expect(await holds(1, { [MUG]: 4 })).toEqual({ held: 1 })
    expect(await levelOf(MUG)).toEqual({ onHand: 2, held: 2, backordered: 2 })
    expect(await awaitedBy(1)).toEqual([
      { orderId: 1, variantId: MUG, quantity: 2, restockedOn: '2999-12-12' },
    ])
    expect(await supply()).toEqual({ available: 1, atOnce: 0, restockedOn: '2999-12-12' })
    expect(await holds(2, { [MUG]: 2 })).toMatchObject({ refused: 'short', short: [{ left: 1 }] })
  })

  test('are not promised for a day that has passed', async () => {
    await allows(3, '2020-01-01')
    expect(await supply()).toEqual({ available: 3, atOnce: 0, restockedOn: null })
  })

  test('are owed though no more are allowed meanwhile', async () => {
    await allows(3)
    await holds(1, { [MUG]: 2 })
    await allows(0)
    expect(await supply()).toMatchObject({ available: 0 })
    await arrives(MUG, 3)
    expect(await waiting(1)).toEqual([])
    expect(await supply()).toMatchObject({ available: 1, atOnce: 1 })
  })

  test('60 shoppers for 7 pieces and 5 that are to come buy exactly 12', async () => {
    await arrives(MUG, 4)
    await arrives(MUG, 3, 'wien')
    await allows(5)
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_none, index) => holds(index + 1, { [MUG]: 1 }, index % 2 ? 'AT' : 'DE')),
    )
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(12)
    expect(await levelOf(MUG)).toEqual({ onHand: 7, held: 7, backordered: 5 })
  })

  test('shoppers who race with a delivery buy exactly what there is in the end', async () => {
    await arrives(MUG, 2)
    await allows(3)
    const buying = Array.from({ length: 40 }, (_none, index) => holds(index + 1, { [MUG]: 1 }))
    const coming = Array.from({ length: 4 }, () => arrives(MUG, 5))
    const [outcomes] = await Promise.all([Promise.all(buying), Promise.all(coming)])
    const bought = outcomes.filter(({ refused }) => !refused).length
    expect(bought).toBeGreaterThanOrEqual(5)
    const level = await levelOf(MUG)
    expect(level!.held + level!.backordered).toBe(bought)
    expect(bought).toBeLessThanOrEqual(25)
    for (let order = 41; !(await holds(order, { [MUG]: 1 })).refused; order++);
    expect(await levelOf(MUG)).toEqual({ onHand: 22, held: 22, backordered: 3 })
  })
})

describe('what comes', () => {
  beforeEach(async () => {
    await allows(10)
    for (const [order, quantity] of [
      [1, 3],
      [2, 2],
      [3, 1],
    ] as const) {
      await holds(order, { [MUG]: quantity }, 'AT')
    }
  })

  test('goes to who came first, as far as it reaches', async () => {
    await arrives(MUG, 4)
    expect([await waiting(1), await waiting(2), await waiting(3)]).toEqual([[], [1], [1]])
    expect(await levelOf(MUG)).toEqual({ onHand: 4, held: 4, backordered: 2 })
    expect(await told('stock.arrived')).toEqual([])
  })

  test('and is left over is on sale', async () => {
    await arrives(MUG, 4)
    await arrives(MUG, 4)
    expect(await levelOf(MUG)).toEqual({ onHand: 8, held: 6, backordered: 0 })
    expect(await told('stock.arrived')).toEqual([[MUG]])
  })

  test('is held from the place that it came into, and sold from there when the order is paid', async () => {
    await arrives(MUG, 2)
    await arrives(MUG, 4, 'wien')
    expect(await shelvesOf(MUG)).toEqual({ main: '2/2', wien: '4/4' })
    await pays(1)
    expect(await shelvesOf(MUG)).toEqual({ wien: '3/3' })
  })

  test('for an order that is paid is sold at once, under its number', async () => {
    await pays(1)
    await arrives(MUG, 2)
    await arrives(MUG, 2)
    const sold = await rows(
      `select reference, sum(delta) as delta from inventory.stock_movements where reason = 'sale' group by reference`,
    )
    expect(sold).toEqual([{ reference: 'P-1', delta: -3 }])
    expect(await levelOf(MUG)).toEqual({ onHand: 1, held: 1, backordered: 2 })
  })

  test('goes to the next one when an order lapses', async () => {
    await arrives(MUG, 3)
    await lapses(1)
    expect([await waiting(2), await waiting(3)]).toEqual([[], []])
    expect(await levelOf(MUG)).toEqual({ onHand: 3, held: 3, backordered: 0 })
  })

  test('is not kept for an order that has lapsed', async () => {
    await lapses(1)
    await lapses(2)
    expect(await levelOf(MUG)).toMatchObject({ backordered: 1 })
    await arrives(MUG, 5)
    expect(await levelOf(MUG)).toEqual({ onHand: 5, held: 1, backordered: 0 })
  })

  test('of a paid order that is cancelled in part: what has not come is given up first', async () => {
    await arrives(MUG, 2)
    await pays(1)
    expect(await levelOf(MUG)).toEqual({ onHand: 0, held: 0, backordered: 4 })
    await cancels(1, MUG, 2)
    expect(await waiting(1)).toEqual([])
    expect(await levelOf(MUG)).toEqual({ onHand: 1, held: 1, backordered: 2 })
  })
})

const step = record({
  kind: constantFrom('hold', 'hold', 'hold', 'arrive', 'pay', 'lapse', 'cancel', 'allow'),
  order: integer({ min: 1, max: 6 }),
  quantity: integer({ min: 1, max: 5 }),
  place: constantFrom('main', 'wien', 'paris'),
})
interface Step {
  kind: string
  order: number
  quantity: number
  place: string
}

test('whatever happens, in whatever order and at once, everything adds up', async () => {
  let round = 0
  const seen = new Set<string>()
  await assert(
    asyncProperty(array(step, { maxLength: 25 }), async (steps) => {
      round += 1
      await arrives(MUG, 1)
      const held = await Promise.all(steps.filter(isFirstHold).map((each) => take(each, round * 10, seen)))
      expect(held.length).toBeLessThanOrEqual(6)
      await expectSound()
      await Promise.all(
        steps.filter(({ kind }) => kind !== 'hold').map((each) => take(each, round * 10, seen)),
      )
      await expectSound()
    }),
    { numRuns: 25 },
  )
  expect([...seen].sort()).toEqual(['allow', 'arrive', 'cancel', 'hold', 'lapse', 'pay', 'short'])
})

/** An order holds its goods once: `writeOrder` sees to that. */
function isFirstHold({ kind, order }: Step, index: number, steps: Step[]): boolean {
  return kind === 'hold' && steps.findIndex((other) => other.kind === kind && other.order === order) === index
}

async function take({ kind, order, quantity, place }: Step, round: number, seen: Set<string>) {
  const orderId = round + order
  seen.add(kind)
  if (kind === 'hold') {
    const outcome = await holds(orderId, { [MUG]: quantity }, 'FR')
    if (outcome.refused) seen.add('short')
  }
  if (kind === 'arrive') await arrives(MUG, quantity, place)
  if (kind === 'pay') await pays(orderId)
  if (kind === 'lapse') await lapses(orderId)
  if (kind === 'allow') await allows(quantity)
  if (kind === 'cancel') await cancelsOnce(orderId)
}

const cancelled = new Set<number>()
async function cancelsOnce(orderId: number) {
  const [sold] = await rows<{ quantity: number }>(
    `select quantity from inventory.stock_holds where order_id = $orderId and state = 'taken'`,
    { orderId },
  )
  if (!sold || cancelled.has(orderId)) return
  cancelled.add(orderId)
  await cancels(orderId, MUG, sold.quantity)
}

test('an order holds its goods once', async () => {
  await arrives(MUG, 5)
  await holds(1, { [MUG]: 1 })
  await expect(holds(1, { [MUG]: 1 })).rejects.toThrow('holds some of this already')
  await lapses(1)
  expect(await holds(1, { [MUG]: 2 })).toEqual({ held: 1 })
})
