import { row, rows, type Transaction, transaction } from './database.ts'

/** A job that has failed, or waits, as people look after it. */
export interface JobRow {
  id: number
  task: string
  attempts: number
  maxAttempts: number
  runAt: Date
  lastError: string | null
  isRunning: boolean
}

/** Jobs that have failed at least once, those that were given up first; two hundred at the most. */
export function troubledJobs(): Promise<JobRow[]> {
  return rows<JobRow>(
    `select job.id, task.identifier as task, job.attempts, job.max_attempts as "maxAttempts", job.run_at as "runAt",
       left(job.last_error, 2000) as "lastError", job.locked_at is not null as "isRunning"
     from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
     where job.last_error is not null order by job.attempts >= job.max_attempts desc, job.id limit 200`,
  )
}

/** How many jobs wait, run late by more than a minute, have failed, and were given up. */
export async function jobCounts(): Promise<{
  waiting: number
  late: number
  failed: number
  givenUp: number
}> {
  const counted = await row<{ waiting: number; late: number; failed: number; givenUp: number }>(
    `select count(*)::integer as waiting,
       count(*) filter (where run_at < now() - interval '1 minute' and attempts = 0)::integer as late,
       count(*) filter (where last_error is not null and attempts < max_attempts)::integer as failed,
       count(*) filter (where attempts >= max_attempts)::integer as "givenUp"
     from graphile_worker._private_jobs`,
  )
  return counted!
}

/** For how many seconds the job that has been due for longest has waited; 0 when none is due. One that was given up waits no more. */
export async function queueAge(): Promise<number> {
  const waits = await row<{ seconds: number }>(
    `select coalesce(extract(epoch from now() - min(run_at)), 0)::float as seconds from graphile_worker._private_jobs
     where run_at <= now() and attempts < max_attempts and locked_at is null`,
  )
  return waits!.seconds
}

/** How a job is, as the audit log keeps it; undefined for one that is done. */
export function jobStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  return row(
    'select id, attempts, run_at as "runAt" from graphile_worker._private_jobs where id = $id',
    { id },
    tx,
  )
}

/** Has a failed job tried again at once, with all its attempts. False for one that is done or runs. */
export function retryJob(id: number): Promise<boolean> {
  return transaction(async (tx) => {
    const again = await rows(
      'select id from graphile_worker.reschedule_jobs(array[$id::bigint], run_at => now(), attempts => 0)',
      { id },
      tx,
    )
    return again.length > 0
  })
}
