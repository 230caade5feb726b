import { beforeEach, describe, expect, test } from 'vitest'
import { availabilityOf, holdStock, releaseHolds, setStock, takeHolds } from '../../src/inventory/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { openShop, products, variantId } from '../support/shop.ts'

const soon = new Date(Date.now() + 60_000)
const hold = (orderId: number, lines: { variantId: number; quantity: number }[]) =>
  transaction((tx) => holdStock(tx, orderId, lines, soon))

beforeEach(openShop)

describe('holding goods for an order', () => {
  test('holds all lines or none, and says what is left of the one that falls short', async () => {
    const mug = variantId(products.mug)
    const lamp = variantId(products.lastLamp)
    const refused = await hold(1, [
      { variantId: mug, quantity: 2 },
      { variantId: lamp, quantity: 2 },
    ])
    expect(refused).toEqual({ refused: 'short', short: [{ variantId: lamp, quantity: 2, left: 1 }] })
    expect((await availabilityOf([mug])).get(mug)).toBe(480)
  })

  test('200 orders for the last 20 in opposite order of lines give 20 holds, and nobody waits in a circle', async () => {
    const mug = variantId(products.mug)
    const bowl = variantId(products.bowl)
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_none, index) => {
        const lines = [
          { variantId: mug, quantity: 1 },
          { variantId: bowl, quantity: 1 },
        ]
        return hold(index + 1, index % 2 ? lines : lines.reverse())
      }),
    )
    expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(20)
    expect((await availabilityOf([bowl])).get(bowl)).toBe(0)
    const level = await row<{ held: number }>(
      'select held from inventory.stock_levels where variant_id = $bowl',
      { bowl },
    )
    expect(level!.held).toBe(20)
  })

  test('goods that are released are on sale again; goods that are taken leave with a movement', async () => {
    const mug = variantId(products.mug)
    await hold(1, [{ variantId: mug, quantity: 3 }])
    await hold(2, [{ variantId: mug, quantity: 4 }])
    await transaction((tx) => releaseHolds(tx, 1))
    await transaction((tx) => takeHolds(tx, 2, 'P-2', 'test'))
    await transaction((tx) => takeHolds(tx, 2, 'P-2', 'test'))
    expect((await availabilityOf([mug])).get(mug)).toBe(476)
    const sums = await row<{ on_hand: number; moved: number }>(
      `select on_hand, (select sum(delta) from inventory.stock_movements where variant_id = $mug) as moved
       from inventory.stock_levels where variant_id = $mug`,
      { mug },
    )
    expect(sums).toEqual({ on_hand: 476, moved: 476 })
  })
})

test('stock is never set below what is held for orders', async () => {
  const mug = variantId(products.mug)
  await hold(1, [{ variantId: mug, quantity: 5 }])
  const outcome = await transaction((tx) =>
    setStock(tx, { variantId: mug, onHand: 4, reason: 'count', actor: 'test' }),
  )
  expect(outcome).toEqual({ refused: 'held', held: 5 })
})

test('stock movements cannot be rewritten', async () => {
  await expect(rows('update inventory.stock_movements set delta = 1')).rejects.toThrow('append-only')
  await expect(rows('delete from inventory.stock_movements')).rejects.toThrow('append-only')
})
