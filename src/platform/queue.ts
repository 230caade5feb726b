import { EventEmitter } from 'node:events'
import { type CronItem, Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { rows, type Transaction } from './database.ts'
import { databaseAddress } from './database-address.ts'
import { logger } from './logger.ts'
import { freeAbandonedJobs, showPresence } from './worker-presence.ts'

export interface JobOptions {
  /** Jobs with the same key are one job. */
  key?: string
  runAt?: Date
}

type Payload = Record<string, unknown>

/** Puts a job into the queue, in the caller's own transaction: it runs after the commit or never. */
export async function enqueue(
  tx: Transaction,
  task: string,
  payload: Payload,
  options: JobOptions = {},
): Promise<void> {
  await rows(
    `select graphile_worker.add_job($task::text, $payload::json, job_key => $key::text, run_at => $runAt::timestamptz, max_attempts => 15)`,
    {
      task,
      payload: JSON.stringify(payload),
      key: options.key ?? null,
      runAt: options.runAt?.toISOString() ?? null,
    },
    tx,
  )
}

/** Tells whoever listens (the list stands in `worker.ts`) that something has happened. */
export function publish(tx: Transaction, event: string, payload: Payload): Promise<void> {
  return enqueue(tx, event, payload)
}

/** The same for many happenings of one kind, in one statement. */
export async function publishEach(tx: Transaction, event: string, payloads: Payload[]): Promise<void> {
  if (payloads.length === 0) return
  await rows(
    `select graphile_worker.add_jobs(array_agg(
       row($event, payload, null, null, 15, null, null, null)::graphile_worker.job_spec))
     from json_array_elements($payloads::json) as each(payload)`,
    { event, payloads: JSON.stringify(payloads) },
    tx,
  )
}

/** What follows an event. The key is the same whenever the same job is tried. */
export type Job = (payload: never, key: string) => Promise<void>

/** Which jobs follow an event: each runs, and is retried, by itself. */
export type Subscriptions = Record<string, Record<string, Job>>

/** What follows an event by one list and by the other. */
export function together(one: Subscriptions, other: Subscriptions): Subscriptions {
  const events = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...events].map((event) => [event, { ...one[event], ...other[event] }]))
}

/** Who looks on while the queue is worked off. */
export interface Watch {
  /** A job, or what follows an event, was done. */
  done: (task: string) => void
  /** A job has failed for the last time; what the clock brings comes again anyway. */
  givenUp: (task: string) => void
}

interface WorkOptions {
  watch?: Watch
  /** Jobs that follow nothing any more, and are done where some still wait. */
  leftOver?: Subscriptions
}

/** What happens by the clock: a crontab pattern (UTC) and the job. */
export type Clockwork = Record<string, { at: string; job: () => Promise<void> }>

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

const FREES_EVERY_MS = 2_000

/** Runs the queue until `stop`. What a worker was at that has died is done by the others. */
export async function work(
  subscriptions: Subscriptions,
  clockwork: Clockwork,
  { watch, leftOver = {} }: WorkOptions = {},
): Promise<Runner> {
  const pool = new pg.Pool({ ...databaseAddress, max: 6, connectionTimeoutMillis: 3_000 })
  const lost = (error: Error) => logger.warn({ fault: error.message }, 'queue')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  let presence: ReturnType<typeof showPresence> | undefined
  const events = new EventEmitter().on('pool:create', ({ workerPool }) => {
    presence = showPresence(workerPool.id)
  })
  events.on('job:success', ({ job }) => watch?.done(job.task_identifier))
  events.on('job:failed', ({ job }) => {
    if (job.max_attempts > 1) watch?.givenUp(job.task_identifier)
  })
  const runner = await run({
    events,
    pgPool: pool,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => logger[levels[level]](message)),
    taskList: {
      ...jobTasks(leftOver),
      ...eventTasks(subscriptions),
      ...jobTasks(subscriptions),
      ...clockTasks(clockwork),
    },
    parsedCronItems: parseCronItems(
      Object.entries(clockwork).map(
        ([task, { at }]): CronItem => ({ task, match: at, options: { queueName: task, maxAttempts: 1 } }),
      ),
    ),
  })
  const freeing = setInterval(() => freeAbandonedJobs().catch(lost), FREES_EVERY_MS).unref()
  runner.promise.finally(() => {
    clearInterval(freeing)
    presence?.stop().catch(lost)
  })
  return runner
}

function eventTasks(subscriptions: Subscriptions): TaskList {
  const task = (event: string, jobs: string[]): TaskList => ({
    [event]: async (payload, { addJob, job: { id } }) => {
      for (const job of jobs) {
        await addJob(job, payload as Payload, {
          jobKey: `${event} ${id} ${job}`,
          maxAttempts: 15,
        })
      }
    },
  })
  return Object.assign(
    {},
    ...Object.entries(subscriptions).map(([event, jobs]) => task(event, Object.keys(jobs))),
  )
}

function jobTasks(subscriptions: Subscriptions): TaskList {
  const jobs: Record<string, Job> = Object.assign({}, ...Object.values(subscriptions))
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown, { job: { id, key } }) => job(payload as never, key ?? `${name} ${id}`),
    ]),
  )
}

function clockTasks(clockwork: Clockwork): TaskList {
  return Object.fromEntries(Object.entries(clockwork).map(([name, { job }]) => [name, () => job()]))
}
