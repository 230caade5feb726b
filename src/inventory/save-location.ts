import { row, transaction } from '../platform/database.ts'
import type { Location } from './location.ts'

/**
 * Opens a place, or says something new of the one with this code. Refuses to close one in which goods lie, and the last
 * one.
 */
export function saveLocation({ code, name, country, position, isActive }: Omit<Location, 'id'>) {
  return transaction(async (tx) => {
    const saved = await row<{ id: number }>(
      `insert into inventory.locations as location (code, name, country, position, is_active)
       values ($code, $name, $country, $position, $isActive)
       on conflict (code) do update set name = excluded.name, country = excluded.country,
         position = excluded.position, is_active = excluded.is_active
       returning id`,
      { code, name, country, position, isActive },
      tx,
    )
    if (isActive) return { id: saved!.id }
    const left = await row<{ isEmpty: boolean; isLast: boolean }>(
      `select not exists (select from inventory.location_levels where location_id = $id and on_hand > 0) as "isEmpty",
         not exists (select from inventory.locations where is_active) as "isLast"`,
      { id: saved!.id },
      tx,
    )
    if (left!.isLast) return { refused: 'last' as const }
    return left!.isEmpty ? { id: saved!.id } : { refused: 'not-empty' as const }
  })
}
