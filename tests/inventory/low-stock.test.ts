import { beforeEach, expect, test } from 'vitest'
import { lowStock, setDefaultThreshold, setThreshold } from '../../src/inventory/index.ts'
import { arrives, emptyShelves, holds, lapses, told } from './shelves.ts'

const MUG = 7
const LAMP = 8

beforeEach(async () => {
  await emptyShelves()
  await setDefaultThreshold(5)
  await arrives(MUG, 8)
  await arrives(LAMP, 8)
})

test('few are told once, and again only after there were more', async () => {
  await holds(1, { [MUG]: 2 })
  expect(await told('stock.low')).toEqual([])
  await holds(2, { [MUG]: 1 })
  await holds(3, { [MUG]: 1 })
  expect(await told('stock.low')).toEqual([[MUG]])
  await lapses(3)
  await holds(4, { [MUG]: 1 })
  expect(await told('stock.low')).toEqual([[MUG]])
  await arrives(MUG, 1)
  await arrives(MUG, 1)
  await holds(5, { [MUG]: 2 })
  expect(await told('stock.low')).toEqual([[MUG], [MUG]])
})

test('a variant may say itself what few of it are', async () => {
  await setThreshold(MUG, 7)
  await holds(1, { [MUG]: 1, [LAMP]: 1 })
  expect(await told('stock.low')).toEqual([[MUG]])
  await setThreshold(MUG, null)
  expect(await lowStock()).toEqual([])
})

test('staff see what there are few of, and what is lacked most stands first', async () => {
  await holds(1, { [MUG]: 4, [LAMP]: 7 })
  expect(await lowStock()).toEqual([
    { variantId: LAMP, atOnce: 1, backordered: 0, lowAt: 5 },
    { variantId: MUG, atOnce: 4, backordered: 0, lowAt: 5 },
  ])
})

test('lists hear when there are none any more, and when there are some again', async () => {
  const before = await told('stock.turned')
  await holds(1, { [MUG]: 8 })
  await lapses(1)
  expect((await told('stock.turned')).slice(before.length)).toEqual([[MUG], [MUG]])
})
