import { row, type Transaction, transaction } from '../platform/database.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import type { Location } from './location.ts'

type NewLocation = Omit<Location, 'id'>

/**
 * Opens a place, or says something new of the one with this code. Refuses to close one in which goods lie, and the last
 * one.
 */
export function saveLocation(location: NewLocation) {
  return transaction((tx) => save(tx, location))
}

/** The same for somebody who saw it with this fingerprint; refuses when it is another by now. */
export function editLocation(seen: string, location: NewLocation) {
  return transaction(async (tx) => {
    if (fingerprintOf((await locationStateOf(tx, location.code)) ?? null) !== seen)
      return { refused: 'changed' as const }
    return save(tx, location)
  })
}

/** A place as the audit log keeps it, or undefined. Whoever changes one meanwhile waits. */
export async function locationStateOf(tx: Transaction, code: string): Promise<NewLocation | undefined> {
  await oneAtATime(tx, 'places where goods lie')
  return row<NewLocation>(
    `select code, name, country, position, is_active as "isActive" from inventory.locations where code = $code`,
    { code },
    tx,
  )
}

async function save(tx: Transaction, { code, name, country, position, isActive }: NewLocation) {
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
}
