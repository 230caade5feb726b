import { beforeEach, expect, test } from 'vitest'
import { adjustStock, stockHistory, transferStock } from '../../src/inventory/index.ts'
import { reasons } from '../../src/inventory/movement.ts'
import { rows } from '../../src/platform/database.ts'
import { locales } from '../../src/platform/locale.ts'
import { translator } from '../../src/platform/messages.ts'
import { arrives, emptyShelves, holds, pays } from './shelves.ts'

const MUG = 7

beforeEach(emptyShelves)

test('tells how many there were after each movement, why, where and by whom', async () => {
  await arrives(MUG, 10)
  await holds(1, { [MUG]: 4 })
  await pays(1)
  await transferStock({ variantId: MUG, from: 'main', to: 'wien', quantity: 2, actor: 'ben' })
  const loss = { location: 'wien', delta: -1, reason: 'loss', note: 'Not found again', actor: 'ben' } as const
  await adjustStock({ variantId: MUG, ...loss })
  const history = await stockHistory(MUG)
  expect(history.map(({ delta, onHand, location }) => [delta, onHand, location])).toEqual([
    [-1, 5, 'wien'],
    [2, 6, 'wien'],
    [-2, 4, 'main'],
    [-4, 6, 'main'],
    [10, 10, 'main'],
  ])
  expect(history[0]).toMatchObject({ ...loss, reasonKey: 'inventory.reason.loss', reference: null })
  expect(history[3]).toMatchObject({ reason: 'sale', reference: 'P-1' })
  const older = await stockHistory(MUG, history[3]!.id)
  expect(older.map(({ onHand }) => onHand)).toEqual([10])
})

test('every reason has words, and the database knows no other', async () => {
  for (const locale of locales) {
    for (const reason of reasons)
      expect(translator(locale)(`inventory.reason.${reason}`)).not.toMatch(/^inventory/)
  }
  const wrong = adjustStock({
    variantId: MUG,
    location: 'main',
    delta: 1,
    reason: 'whim' as 'found',
    actor: 'test',
  })
  await expect(wrong).rejects.toThrow(/stock_movements_reason/)
  const known = await rows<{ said: string }>(
    `select pg_get_constraintdef(oid) as said from pg_constraint where conname = 'stock_movements_reason'`,
  )
  for (const reason of reasons) expect(known[0]!.said).toContain(`'${reason}'`)
})
