import { rows, type Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

export interface Checked extends Pick<Invariant, 'name' | 'sentence'> {
  /** What breaks it; at most a hundred rows. */
  broken: Record<string, unknown>[]
}

const MOST_ROWS = 100

/** Checks each invariant in turn and says what breaks it. */
export async function findBreaches(invariants: Invariant[], tx: Transaction): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const { name, sentence, sql: query, bind } of invariants) {
    const some = sql`select * from (${query}) as broken limit ${MOST_ROWS}`
    checked.push({ name, sentence, broken: await rows(some, bind ?? [], tx) })
  }
  return checked
}
