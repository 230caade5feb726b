import { readFile } from 'node:fs/promises'
import { runMigrations as migrateQueue } from 'graphile-worker'
import pg from 'pg'
import { Umzug } from 'umzug'
import { DatabaseClient, databaseAddress } from './database-address.ts'

const MIGRATION_LOCK = 7_281_001

/** Brings the database to the newest schema. Two instances that start at once wait for each other. */
export function migrateUp(): Promise<string[]> {
  return withMigrations(async (umzug) => (await umzug.up()).map((migration) => migration.name))
}

/** Takes every migration back. For tests and for developers; data is lost. */
export function migrateDown(): Promise<string[]> {
  return withMigrations(async (umzug) => (await umzug.down({ to: 0 })).map((migration) => migration.name))
}

async function withMigrations<T>(work: (umzug: Umzug<pg.Client>) => Promise<T>): Promise<T> {
  const client = new DatabaseClient({ ...databaseAddress, application_name: 'purveyor-migrate' })
  const queue = new pg.Pool({ ...databaseAddress, max: 1 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query("set lock_timeout = '2s'")
    await migrateQueue({ pgPool: queue })
    return await work(migrationsOver(client))
  } finally {
    await queue.end()
    await client.end()
  }
}

function migrationsOver(client: pg.Client) {
  return new Umzug({
    migrations: {
      glob: ['*.sql', { cwd: new URL('../../migrations', import.meta.url).pathname, ignore: '*.down.sql' }],
      resolve: ({ name, path }) => ({
        name,
        up: () => runFile(client, path!, { note: NOTE, name }),
        down: () => runFile(client, path!.replace(/\.sql$/, '.down.sql'), { note: UNNOTE, name }),
      }),
    },
    context: client,
    storage: {
      logMigration: async () => {},
      unlogMigration: async () => {},
      executed: async () => {
        await client.query(`create schema if not exists platform;
          create table if not exists platform.migrations (name text primary key, at timestamptz not null default now())`)
        const { rows } = await client.query<{ name: string }>(
          'select name from platform.migrations order by name',
        )
        return rows.map((row) => row.name)
      },
    },
    logger: undefined,
  })
}

const NOTE = 'insert into platform.migrations (name) values ($1)'
const UNNOTE = 'delete from platform.migrations where name = $1'

/** A migration and the note that it was made are one transaction: killed in between, it is as if never begun. */
async function runFile(client: pg.Client, path: string, { note, name }: { note: string; name: string }) {
  const sql = await readFile(path, 'utf8')
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(note, [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
