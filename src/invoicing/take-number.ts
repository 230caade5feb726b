import { row, type Transaction } from '../platform/database.ts'
import { SHOP_TIME_ZONE } from '../platform/locale.ts'
import type { InvoiceKind } from './invoice.ts'

/** The next number of a series and the moment for which it was taken. */
export interface TakenNumber {
  kind: InvoiceKind
  year: number
  position: number
  /** As it is printed: "2026-00001", "C2026-00001". */
  number: string
  at: Date
}

const prefixes: Record<InvoiceKind, string> = { invoice: '', credit_note: 'C' }
const SHORTEST = 5

/**
 * Takes the next number of this year's series. Whoever wants the one after it waits until this transaction ends,
 * and gets the same number if it is rolled back.
 */
export async function takeNumber(tx: Transaction, kind: InvoiceKind): Promise<TakenNumber> {
  const taken = await row<{ year: number; position: number; at: Date }>(
    `insert into invoicing.series as series (kind, year, last)
     values ($kind, extract(year from now() at time zone $zone), 1)
     on conflict (kind, year) do update set last = series.last + 1
     returning year, last as position, now() as at`,
    { kind, zone: SHOP_TIME_ZONE },
    tx,
  )
  const { year, position, at } = taken!
  const number = `${prefixes[kind]}${year}-${String(position).padStart(SHORTEST, '0')}`
  return { kind, year, position, number, at }
}
