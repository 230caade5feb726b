import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLTagStore } from 'node:sqlite'

/** The sandbox's memory: one SQLite file, so that a payment survives whatever happens to the process. */
export interface Database {
  sql: SQLTagStore
  connection: DatabaseSync
  /** Runs the work whole or not at all. The work must be synchronous. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

export function openDatabase(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const connection = new DatabaseSync(join(folder, 'sandbox.sqlite'))
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000')
  return {
    sql: connection.createTagStore(),
    connection,
    transaction: (work) => transaction(connection, work),
    close: () => connection.close(),
  }
}

function transaction<Result>(connection: DatabaseSync, work: () => Result): Result {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }
}
