import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, rows } from '../../src/platform/database.ts'
import { importOrders } from '../../src/recommendations/index.ts'
import { openShop, products } from '../support/shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'orders-'))
const file = join(folder, 'orders.csv')

beforeEach(async () => {
  await openShop()
  await rows('truncate recommendations.imported_orders')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closeDatabase()
})

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
const { mug, bowl } = products

function writes(...lines: string[]): void {
  writeFileSync(file, ['Name,Email,Created at,Lineitem quantity,Lineitem sku', ...lines, ''].join('\n'))
}

const kept = () =>
  rows<{ visit: number; kind: string; who: string | null }>(
    `select visit_id as visit, kind, visitor_id as who
     from recommendations.events join recommendations.visits on id = visit_id order by at, product_id`,
  )
const trainings = () => rows(`select from graphile_worker.jobs where task_identifier = 'training.wanted'`)

test('orders of another shop become visits of nobody, and are learnt from', async () => {
  writes(
    `#1001,asha@example.com,${daysAgo(30)},2,${mug.sku}`,
    `#1001,asha@example.com,,1,${bowl.sku}`,
    `#1001,asha@example.com,,1,NOT-OURS`,
    `#1002,ben@example.com,2026-11-01 10:00:00 +0100,1,${mug.sku}`,
    `#1003,ben@example.com,${daysAgo(800)},1,${mug.sku}`,
    `#1004,ben@example.com,${daysAgo(3)},1,NOT-OURS`,
  )
  const report = await importOrders(file, { isDryRun: false })
  expect(report).toEqual({
    ...{ orders: 2, lines: 3, known: 0, old: 1, faults: [] },
    unknown: new Map([['NOT-OURS', 2]]),
  })
  const events = await kept()
  expect(events).toHaveLength(3)
  expect(events.every(({ kind, who }) => kind === 'purchase' && who === null)).toBe(true)
  expect(new Set(events.map(({ visit }) => visit)).size).toBe(2)
  expect(await trainings()).toHaveLength(1)
})

test('the same file again adds nothing, and a longer one what is new', async () => {
  const first = `#1001,,${daysAgo(30)},2,${mug.sku}`
  writes(first)
  await importOrders(file, { isDryRun: false })
  writes(first, `#1002,,${daysAgo(20)},2,${bowl.sku}`)
  expect(await importOrders(file, { isDryRun: false })).toMatchObject({ orders: 1, known: 1 })
  expect(await kept()).toHaveLength(2)
})

test('a dry run says the same and writes nothing', async () => {
  writes(`#1001,,${daysAgo(30)},2,${mug.sku}`)
  expect(await importOrders(file, { isDryRun: true })).toMatchObject({ orders: 1, lines: 1 })
  expect(await kept()).toEqual([])
  expect(await trainings()).toEqual([])
  expect(await importOrders(file, { isDryRun: false })).toMatchObject({ orders: 1, known: 0 })
})

test('a row that cannot be read is told of by its line, and the others count', async () => {
  writes(`#1001,,yesterday,1,${mug.sku}`, `,,${daysAgo(3)},1,${mug.sku}`, `#1002,,${daysAgo(3)},1,${mug.sku}`)
  const report = await importOrders(file, { isDryRun: false })
  expect(report).toMatchObject({
    orders: 1,
    faults: [
      { line: 2, sentence: '“yesterday” is no date.' },
      { line: 3, sentence: 'The row has no name of an order.' },
    ],
  })
})

test('a file that breaks off or has other columns leaves nothing behind', async () => {
  writes(`#1001,,${daysAgo(30)},2,${mug.sku}`, `#1002,"an open mark,${daysAgo(30)},2,${mug.sku}`)
  await expect(importOrders(file, { isDryRun: false })).rejects.toThrow('quotation mark')
  expect(await kept()).toEqual([])
  writeFileSync(file, 'Name,When\n#1,today\n')
  await expect(importOrders(file, { isDryRun: false })).rejects.toThrow('“Created at”')
})
