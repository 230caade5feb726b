import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { type PoolOptions, QueryTypes, Sequelize, type Transaction } from 'sequelize'
import { config } from './config.ts'
import { DatabaseClient, databasePassword, databaseTls, WRONG_PASSWORD } from './database-address.ts'

export type { Transaction } from 'sequelize'

const BIGINT = 20
pg.types.setTypeParser(BIGINT, readSafeInteger)

// Short statements gain nothing from being compiled, and no database of ours lies on turning disks: it is read anywhere
// nearly as fast as from end to end.
const PLANNING = '-c jit=off -c random_page_cost=1.1'

/** Whoever was turned away for a password that has just been changed comes again with the new one. */
const NEW_PASSWORD = { max: 2, match: [/password authentication failed/] }

/** The connection to PostgreSQL. Nothing waits for a silent database longer than the limits below. */
export const database = connect(
  { max: 12, idle: 30_000, acquire: 3_000 },
  {
    application_name: 'purveyor',
    connectionTimeoutMillis: 2_000,
    statement_timeout: 3_000,
    query_timeout: 3_300,
    idle_in_transaction_session_timeout: 5_000,
  },
)

let patient: Sequelize | undefined

/** The same database for work that may take minutes: few connections, opened when they are needed. */
function patientDatabase(): Sequelize {
  patient ??= connect(
    { max: 2, idle: 10_000, acquire: 60_000 },
    { application_name: 'purveyor-patient', connectionTimeoutMillis: 5_000, statement_timeout: 600_000 },
  )
  return patient
}

function connect(pool: PoolOptions, limits: object): Sequelize {
  const sequelize = new Sequelize(config.databaseUrl, {
    dialect: 'postgres',
    dialectModule: { ...pg, Client: DatabaseClient },
    logging: false,
    pool,
    dialectOptions: {
      options: PLANNING,
      keepAlive: true,
      ...(databaseTls && { ssl: databaseTls }),
      ...limits,
    },
    ...(databasePassword && { retry: NEW_PASSWORD }),
  })
  if (databasePassword)
    sequelize.addHook('beforeConnect', (given) => void Object.assign(given, { password: databasePassword }))
  return sequelize
}

/** Closes every connection. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([database.close(), patient?.close()])
}

/** An expected "no" to a change, as a value: why, and what the page needs to say so. */
export interface Refusal {
  refused: string
}

/**
 * Runs `work` in one transaction; runs it again, up to three times in all, when PostgreSQL
 * asks for it (serialization failure or deadlock). `work` therefore touches nothing but the database.
 * When `work` answers with a refusal, everything that it wrote is rolled back.
 */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withRetries(database, work)
}

/** The same for imports and for counting everything: a statement of theirs may take ten minutes. */
export function patientTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withRetries(patientDatabase(), work)
}

async function withRetries<T>(on: Sequelize, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await unlessRefused(on, work)
    } catch (error) {
      if (attempt === 3 || !asksForRetry(error)) throw error
    }
  }
}

async function unlessRefused<T>(on: Sequelize, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await on.transaction()
  try {
    await around.getStore()?.before(tx)
    const outcome = await work(tx)
    if (isRefusal(outcome)) await tx.rollback()
    else {
      await around.getStore()?.after(tx)
      await tx.commit()
    }
    return outcome
  } catch (error) {
    await rollBackQuietly(tx)
    throw error
  }
}

/** A connection that broke has rolled back by itself; the first error is the one that tells. */
async function rollBackQuietly(tx: Transaction): Promise<void> {
  await tx.rollback().catch(() => undefined)
}

/** What belongs to the next transaction, whatever it is about: done in it before its work and, unless that is refused, after it. */
export interface Around {
  before: (tx: Transaction) => Promise<void>
  after: (tx: Transaction) => Promise<void>
}

const around = new AsyncLocalStorage<Around>()

/** Does something whose transactions have company: what is noted of a change is in the transaction of the change. */
export function inCompany<T>(company: Around, work: () => T): T {
  return around.run(company, work)
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return (
    typeof outcome === 'object' && outcome !== null && 'refused' in outcome && outcome.refused !== undefined
  )
}

type Bind = Record<string, unknown> | unknown[]

/** Rows of one typed SQL statement; values are always bound (`$name` or `$1`), never pasted. */
export function rows<Row extends object>(sql: string, bind: Bind = [], tx?: Transaction): Promise<Row[]> {
  return database.query<Row>(sql, { bind, type: QueryTypes.SELECT, raw: true, transaction: tx ?? null })
}

/** The first row of a statement, or undefined. */
export async function row<Row extends object>(
  sql: string,
  bind: Bind = [],
  tx?: Transaction,
): Promise<Row | undefined> {
  const [first] = await rows<Row>(sql, bind, tx)
  return first
}

const RETRYABLE = new Set(['40001', '40P01', WRONG_PASSWORD])

function asksForRetry(error: unknown): boolean {
  return RETRYABLE.has(sqlStateOf(error) ?? '')
}

/** PostgreSQL's five-character code of an error, if it came from PostgreSQL. */
export function sqlStateOf(error: unknown): string | undefined {
  const original = (error as { original?: { code?: unknown } } | null)?.original
  return typeof original?.code === 'string' ? original.code : undefined
}

function readSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than an exact number`)
  return value
}
