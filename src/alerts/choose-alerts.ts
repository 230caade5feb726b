import { suppliesOf } from '../inventory/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { publishEach } from '../platform/queue.ts'

/** So many are told of each piece, for not everybody comes. */
const TOLD_A_PIECE = 3

/**
 * Chooses who is told that these variants are back: whoever has waited longest, and not more than three a piece in a
 * day; the others wait until more arrives. Chosen twice, nobody is told twice.
 */
export async function chooseAlerts({ variantIds }: { variantIds: number[] }): Promise<void> {
  for (const variantId of variantIds) await transaction((tx) => choose(tx, variantId))
}

async function choose(tx: Transaction, variantId: number): Promise<void> {
  const waiting = await rows<{ id: number }>(
    `select id from alerts.alerts where variant_id = $variantId and confirmed_at is not null and told_at is null
     order by id for update`,
    { variantId },
    tx,
  )
  if (waiting.length === 0) return
  const { atOnce } = (await suppliesOf([variantId], tx)).get(variantId)!
  const room = atOnce * TOLD_A_PIECE - (await toldLately(tx, variantId))
  if (room <= 0) return
  const chosen = await rows<{ id: number }>(
    `update alerts.alerts set told_at = now() where id in (
       select id from alerts.alerts where variant_id = $variantId and confirmed_at is not null and told_at is null
       order by confirmed_at, id limit $room)
     returning id`,
    { variantId, room },
    tx,
  )
  await publishEach(
    tx,
    'alert.due',
    chosen.map(({ id }) => ({ alertId: id })),
  )
}

async function toldLately(tx: Transaction, variantId: number): Promise<number> {
  const told = await row<{ count: number }>(
    `select count(*) as count from alerts.alerts where variant_id = $variantId and told_at > now() - interval '1 day'`,
    { variantId },
    tx,
  )
  return told!.count
}
