import { expect } from 'vitest'
import {
  adjustStock,
  holdStock,
  putBack,
  releaseHolds,
  saveLocation,
  takeHolds,
} from '../../src/inventory/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'

export const soon = () => new Date(Date.now() + 60_000)

/** Nothing anywhere, in three places: `main` in Germany, `wien` in Austria, `paris` in France. */
export async function emptyShelves(): Promise<void> {
  await rows('truncate inventory.stock_levels, inventory.stock_movements, inventory.stock_holds cascade')
  await rows(`delete from inventory.locations where code <> 'main'`)
  await rows('delete from graphile_worker._private_jobs')
  await saveLocation({ code: 'wien', name: 'Vienna', country: 'AT', position: 1, isActive: true })
  await saveLocation({ code: 'paris', name: 'Paris', country: 'FR', position: 2, isActive: true })
}

export async function arrives(variantId: number, delta: number, location = 'main') {
  const outcome = await adjustStock({ variantId, location, delta, reason: 'delivery', actor: 'test' })
  if (outcome.refused) throw new Error(outcome.refused)
}

export const holds = (orderId: number, pieces: Record<number, number>, country?: string) => {
  const lines = Object.entries(pieces).map(([id, quantity]) => ({ variantId: Number(id), quantity }))
  return transaction((tx) => holdStock(tx, orderId, lines, soon(), country))
}
export const pays = (orderId: number) => transaction((tx) => takeHolds(tx, orderId, `P-${orderId}`, 'test'))
export const lapses = (orderId: number) => transaction((tx) => releaseHolds(tx, orderId))
export const cancels = (orderId: number, variantId: number, quantity: number) =>
  transaction((tx) =>
    putBack(tx, [{ variantId, quantity }], {
      reason: 'cancellation',
      reference: `P-${orderId}`,
      actor: 'test',
    }),
  )

/** What lies where, `{ main: '3/1' }`: on hand and held. */
export async function shelvesOf(variantId: number): Promise<Record<string, string>> {
  const found = await rows<{ code: string; text: string }>(
    `select code, on_hand || '/' || held as text from inventory.location_levels
     join inventory.locations on id = location_id where variant_id = $variantId and on_hand > 0 order by code`,
    { variantId },
  )
  return Object.fromEntries(found.map(({ code, text }) => [code, text]))
}

export function levelOf(variantId: number) {
  return row<{ onHand: number; held: number; backordered: number }>(
    'select on_hand as "onHand", held, backordered from inventory.stock_levels where variant_id = $variantId',
    { variantId },
  )
}

/** The variants of each event of this kind that waits in the queue, the oldest first. */
export async function told(event: string): Promise<number[][]> {
  const jobs = await rows<{ variantIds: number[] }>(
    `select payload -> 'variantIds' as "variantIds" from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = $event order by job.id`,
    { event },
  )
  return jobs.map(({ variantIds }) => variantIds)
}

const invariants = {
  'the places of a variant add up to its level': `
    select level.variant_id from inventory.stock_levels level
    left join inventory.location_levels place on place.variant_id = level.variant_id
    group by level.variant_id
    having level.on_hand <> coalesce(sum(place.on_hand), 0) or level.held <> coalesce(sum(place.held), 0)`,
  'what lies in a place is the sum of its movements': `
    select variant_id, location_id from inventory.location_levels level
    full join (select variant_id, location_id, sum(delta) as moved from inventory.stock_movements
      group by variant_id, location_id) movement using (variant_id, location_id)
    where coalesce(level.on_hand, 0) <> coalesce(movement.moved, 0)`,
  'what is held in a place is the sum of the open holds there': `
    select variant_id, location_id from inventory.location_levels level
    full join (select hold.variant_id, part.location_id, sum(part.quantity) as quantity
      from inventory.stock_hold_parts part join inventory.stock_holds hold on hold.id = part.hold_id
      where hold.state = 'held' group by hold.variant_id, part.location_id) held using (variant_id, location_id)
    where coalesce(level.held, 0) <> coalesce(held.quantity, 0)`,
  'an open hold is what lies for it and what it waits for': `
    select hold.id from inventory.stock_holds hold
    left join inventory.stock_hold_parts part on part.hold_id = hold.id
    where hold.state = 'held' group by hold.id having hold.quantity <> hold.waiting + coalesce(sum(part.quantity), 0)`,
  'what is backordered is the sum of what holds wait for': `
    select level.variant_id from inventory.stock_levels level
    left join inventory.stock_holds hold on hold.variant_id = level.variant_id and hold.waiting > 0
    group by level.variant_id having level.backordered <> coalesce(sum(hold.waiting), 0)`,
  'nothing is free while somebody waits for it': `
    select variant_id from inventory.stock_levels where backordered > 0 and on_hand > held`,
  'who has let go waits for nothing': `
    select id from inventory.stock_holds where state = 'released' and waiting > 0`,
}

/** Everything adds up. */
export async function expectSound(): Promise<void> {
  for (const [sentence, sql] of Object.entries(invariants)) {
    expect(await rows(sql), sentence).toEqual([])
  }
}
