import type pg from 'pg'
import { rows } from './database.ts'
import { DatabaseClient, databaseAddress } from './database-address.ts'
import { logger } from './logger.ts'

/** The space of advisory locks in which workers show that they live. */
const PRESENCE = 7_281_002
const COMES_BACK_AFTER_MS = 1_000

/**
 * Shows the database that a worker lives, by a lock that ends with its connection: one that was killed is seen to be
 * gone at once. After a broken connection it is shown again.
 * @param worker The name by which it takes jobs.
 */
export function showPresence(worker: string): { stop(): Promise<void> } {
  let client: pg.Client | undefined
  let waiting: NodeJS.Timeout | undefined
  let isStopped = false

  async function show(): Promise<void> {
    client = new DatabaseClient({ ...databaseAddress, application_name: 'purveyor-worker' })
    client.on('error', (error) => logger.warn({ fault: error.message }, 'presence')).once('end', again)
    await client.connect()
    await client.query('select pg_advisory_lock($1, hashtext($2))', [PRESENCE, worker])
  }

  function again(): void {
    if (isStopped || waiting) return
    waiting = setTimeout(() => {
      waiting = undefined
      show().catch(again)
    }, COMES_BACK_AFTER_MS).unref()
  }

  show().catch(again)
  return {
    async stop() {
      isStopped = true
      clearTimeout(waiting)
      await client?.end()
    },
  }
}

/**
 * Frees the jobs of workers that are gone, so that others do them; without this they would wait for hours. What a
 * worker took a moment ago is left: it may not have shown itself yet.
 */
export async function freeAbandonedJobs(): Promise<void> {
  const gone = await rows<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker.jobs
     where locked_at < now() - interval '3 seconds' and not exists (
       select 1 from pg_locks
       where locktype = 'advisory' and granted and classid::bigint = $presence
         and objid::bigint = hashtext(locked_by)::bigint & 4294967295)`,
    { presence: PRESENCE },
  )
  if (gone.length === 0) return
  const workers = gone.map(({ worker }) => worker)
  logger.warn({ workers }, 'jobs of workers that are gone are done by others')
  await rows('select graphile_worker.force_unlock_workers($workers::text[])', { workers })
}
