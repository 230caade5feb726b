import type { Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { fillBackorders } from './fill-backorders.ts'
import { atOnce, availableOf, type StockLevel } from './stock-level.ts'

/** By how much what can be sent at once, and what is awaited, has changed. */
export interface Shift {
  variantId: number
  atOnce: number
  waiting?: number
}

/**
 * What follows when locked levels, given as they were before, have changed: who waits gets what has come, and whoever
 * listens is told. `stock.low` when few are left, once until there are more again; `stock.arrived` when there are more to
 * be had; `stock.turned` when there are some again or none, which lists show, unless the caller lists by itself.
 */
export async function follow(
  tx: Transaction,
  before: StockLevel[],
  shifts: Shift[],
  { isListed = false } = {},
): Promise<void> {
  const changed = before.map((level) => shifted(level, shifts))
  const filled = await fillBackorders(
    tx,
    changed.filter((level) => level.backordered > 0 && atOnce(level) > 0),
  )
  const after = changed.map((level) => shifted(level, filled))
  const idsWhere = (is: (before: StockLevel, now: StockLevel) => boolean) =>
    after.filter((now, index) => is(before[index]!, now)).map(({ variantId }) => variantId)
  await tell(
    tx,
    'stock.low',
    idsWhere((was, now) => !isLow(was) && isLow(now)),
  )
  await tell(
    tx,
    'stock.arrived',
    idsWhere((was, now) => atOnce(now) > Math.max(0, atOnce(was))),
  )
  if (isListed) return
  await tell(
    tx,
    'stock.turned',
    idsWhere((was, now) => isThere(was) !== isThere(now) || isSold(was) !== isSold(now)),
  )
}

const isLow = (level: StockLevel) => atOnce(level) <= level.lowAt
const isThere = (level: StockLevel) => atOnce(level) > 0
const isSold = (level: StockLevel) => availableOf(level) > 0

async function tell(tx: Transaction, event: string, variantIds: number[]): Promise<void> {
  if (variantIds.length > 0) await publish(tx, event, { variantIds })
}

function shifted(level: StockLevel, shifts: Shift[]): StockLevel {
  const shift = shifts.find(({ variantId }) => variantId === level.variantId)
  if (!shift) return level
  const { atOnce: more, waiting = 0 } = shift
  return { ...level, onHand: level.onHand + more, backordered: level.backordered + waiting }
}
