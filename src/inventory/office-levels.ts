import { row, rows, type Transaction } from '../platform/database.ts'

/** What there is of a variant in each place. */
export function levelsIn(
  variantId: number,
  tx?: Transaction,
): Promise<{ code: string; name: string; onHand: number; held: number }[]> {
  return rows<{ code: string; name: string; onHand: number; held: number }>(
    `select place.code, place.name, level.on_hand as "onHand", level.held
     from inventory.location_levels level join inventory.locations place on place.id = level.location_id
     where level.variant_id = $variantId order by place.position, place.id`,
    { variantId },
    tx,
  )
}

/** From which places goods were sold, by what they belong to, such as the number of an order. */
export function soldFrom(references: string[]): Promise<{ variantId: number; place: string }[]> {
  return rows(
    `select distinct movement.variant_id as "variantId", place.name as place
     from inventory.stock_movements movement join inventory.locations place on place.id = movement.location_id
     where movement.reason = 'sale' and movement.reference = any($references::text[])
     order by place.name`,
    { references },
  )
}

/** How much there is of a variant in each place, as the audit log keeps it. Locks it. */
export async function placesStateOf(tx: Transaction, variantId: number): Promise<object | undefined> {
  const whole = await stockStateOf(tx, variantId)
  if (!whole) return undefined
  const places = await levelsIn(variantId, tx)
  return Object.fromEntries(places.map(({ code, onHand }) => [code, onHand]))
}

/** How much there is of a variant, as the audit log keeps it. Locks it. */
export function stockStateOf(tx: Transaction, variantId: number): Promise<object | undefined> {
  return row(
    'select on_hand as "onHand", held from inventory.stock_levels where variant_id = $variantId for update',
    { variantId },
    tx,
  )
}
