import { row, rows, type Transaction } from '../platform/database.ts'

/** A place where goods lie. */
export interface Location {
  id: number
  /** What staff call it in short, such as `main`. */
  code: string
  name: string
  country: string
  position: number
  /** Goods come into it. */
  isActive: boolean
}

/** All places, the first one in front. */
export function locations(): Promise<Location[]> {
  return rows<Location>(
    `select id, code, name, country, position, is_active as "isActive"
     from inventory.locations order by position, id`,
  )
}

/** The place with this code into which goods come, or undefined. */
export function findLocation(tx: Transaction, code: string): Promise<{ id: number } | undefined> {
  return row('select id from inventory.locations where code = $code and is_active', { code }, tx)
}

/** The place into which goods come of which nobody says where they go. */
export async function mainLocation(tx: Transaction): Promise<number> {
  const found = await row<{ id: number }>(
    'select id from inventory.locations where is_active order by position, id limit 1',
    [],
    tx,
  )
  if (!found) throw new Error('The shop has no place into which goods come')
  return found.id
}
