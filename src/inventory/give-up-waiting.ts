import { rows, type Transaction } from '../platform/database.ts'
import type { Pieces } from './allocate.ts'

/**
 * Lets go of pieces that were sold under a reference and have not come yet, as many as there are of those that are given
 * up; by variant. The levels are locked.
 */
export async function giveUpWaiting(
  tx: Transaction,
  lines: Pieces[],
  reference: string,
): Promise<Map<number, number>> {
  const given = await rows<{ variantId: number; quantity: number }>(
    `with given as (
       select hold.id, hold.variant_id, least(hold.waiting, line.quantity) as quantity
       from unnest($variantIds::bigint[], $quantities::integer[]) as line (variant_id, quantity)
       join inventory.stock_holds hold on hold.variant_id = line.variant_id
       where hold.waiting > 0 and hold.state = 'taken' and hold.reference = $reference),
     level as (
       update inventory.stock_levels level set backordered = backordered - given.quantity
       from given where level.variant_id = given.variant_id)
     update inventory.stock_holds hold set waiting = hold.waiting - given.quantity
     from given where hold.id = given.id
     returning hold.variant_id as "variantId", given.quantity`,
    {
      variantIds: lines.map(({ variantId }) => variantId),
      quantities: lines.map(({ quantity }) => quantity),
      reference,
    },
    tx,
  )
  return new Map(given.map(({ variantId, quantity }) => [variantId, quantity]))
}
