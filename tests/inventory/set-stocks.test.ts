import { beforeEach, describe, expect, test } from 'vitest'
import { holdStock, setStocks, stockLevels } from '../../src/inventory/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'

const by = { reason: 'import', actor: 'test' } as const
const set = (levels: [number, number][]) =>
  transaction((tx) =>
    setStocks(
      tx,
      levels.map(([variantId, onHand]) => ({ variantId, onHand })),
      by,
    ),
  )
const movements = () =>
  rows<{ variant_id: number; delta: number }>(
    'select variant_id, delta from inventory.stock_movements order by id',
  )
const onHand = async (...ids: number[]) => {
  const levels = await stockLevels(ids)
  return ids.map((id) => levels.get(id)?.onHand)
}

beforeEach(async () => {
  await rows(
    'truncate inventory.stock_levels, inventory.stock_movements, inventory.stock_holds, inventory.stock_hold_parts, inventory.location_levels',
  )
})

describe('setting many levels of stock', () => {
  test('moves the difference of each, and leaves alone what is so already', async () => {
    await set([
      [1, 5],
      [2, 7],
      [3, 0],
    ])
    await set([
      [1, 5],
      [2, 4],
      [3, 1],
    ])
    expect(await movements()).toEqual([
      { variant_id: 1, delta: 5 },
      { variant_id: 2, delta: 7 },
      { variant_id: 2, delta: -3 },
      { variant_id: 3, delta: 1 },
    ])
    expect(await onHand(1, 2, 3)).toEqual([5, 4, 1])
  })

  test('sets none where one would go below what is held, and names it', async () => {
    await set([
      [1, 5],
      [2, 7],
    ])
    await transaction((tx) =>
      holdStock(tx, 1, [{ variantId: 2, quantity: 3 }], new Date(Date.now() + 60_000)),
    )
    expect(
      await set([
        [1, 9],
        [2, 2],
      ]),
    ).toEqual({ refused: 'held', short: [{ variantId: 2, onHand: 2, held: 3 }] })
    expect(await onHand(1, 2)).toEqual([5, 7])
    expect(
      (
        await set([
          [1, 9],
          [2, 3],
        ])
      ).refused,
    ).toBeUndefined()
  })

  test('two at once in opposite order both come through', async () => {
    const ids = Array.from({ length: 40 }, (_none, index) => index + 1)
    await Promise.all([
      set(ids.map((id) => [id, 10])),
      set(ids.toReversed().map((id) => [id, 20])),
      set(ids.map((id) => [id, 30])),
    ])
    const levels = await onHand(...ids)
    expect(new Set(levels).size).toBe(1)
  })
})
