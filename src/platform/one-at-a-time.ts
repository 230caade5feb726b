import { rows, type Transaction } from './database.ts'

/** Until the transaction ends nobody else is at what goes by this name: the same form sent twice, the same address. */
export async function oneAtATime(tx: Transaction, name: string): Promise<void> {
  await rows('select pg_advisory_xact_lock(hashtextextended($name, 0))', { name }, tx)
}
