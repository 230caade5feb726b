import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { useModel } from './train-model.ts'

/** What staff have chosen: a product that comes first in a place, or never. */
export interface Choice {
  id: number
  productId: number
  placement: string
  kind: 'pinned' | 'excluded'
}

/** All of it, in the order in which it counts. */
export function officeChoices(tx?: Transaction): Promise<Choice[]> {
  return rows<Choice>(
    `select id, product_id as "productId", placement, kind from recommendations.choices order by position limit 1000`,
    {},
    tx,
  )
}

/** Chooses a product; said of the same place before, it counts as it is said now. */
export function addChoice({ productId, placement, kind }: Omit<Choice, 'id'>): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      `insert into recommendations.choices (product_id, placement, kind) values ($productId, $placement, $kind)
       on conflict (product_id, placement) do update set kind = excluded.kind`,
      { productId, placement, kind },
      tx,
    )
  })
}

export function removeChoice(id: number): Promise<void> {
  return transaction(async (tx) => {
    await rows('delete from recommendations.choices where id = $id', { id }, tx)
  })
}

/** Of a hundred visitors, so many are recommended what is popular and no more; and the version of that setting. */
export async function comparison(tx?: Transaction): Promise<{ share: number; version: number }> {
  const found = await row<{ share: number; version: number }>(
    'select control_share as share, version from recommendations.settings',
    {},
    tx,
  )
  return found!
}

/** Sets that share. Refuses where somebody else has set it meanwhile (`changed`). */
export function setComparison(share: number, version: number) {
  return transaction(async (tx) => {
    const set = await rows(
      `update recommendations.settings set control_share = $share, version = version + 1
       where version = $version returning version`,
      { share, version },
      tx,
    )
    return set.length === 0 ? { refused: 'changed' as const } : {}
  })
}

/** Has everything learnt anew as soon as the worker can. */
export function askForTraining(): Promise<void> {
  return transaction((tx) => publish(tx, 'training.wanted', {}))
}

/** Uses a model that was learnt earlier. Refuses one that is not kept any more (`gone`). */
export function goBackTo(modelId: number) {
  return transaction((tx) => useModel(tx, modelId))
}

/** Which model runs, for the audit log. */
export async function runningState(tx: Transaction): Promise<{ running: number | null }> {
  const found = await row<{ id: number }>(
    `select id from recommendations.models where state = 'running'`,
    {},
    tx,
  )
  return { running: found?.id ?? null }
}
