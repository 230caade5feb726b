import type { Logger } from 'pino'
import Stripe from 'stripe'
import type { Database } from '../database.ts'
import type { Objects } from './objects.ts'

const PATIENCE = 5_000
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 3_600_000
const AT_ONCE = 10

/** One event on its way to the shop. Times in milliseconds; `dueAt` is null once it has arrived. */
export interface Delivery {
  eventId: string
  attempts: number
  dueAt: number | null
  deliveredAt: number | null
  lastStatus: number | null
  lastError: string | null
}

export type WebhookDelivery = ReturnType<typeof deliverWebhooks>

interface Options {
  database: Database
  objects: Objects
  /** The shop's endpoint. */
  endpoint: string
  secret: string
  now: () => number
  logger: Logger
}

/**
 * Brings events to the shop as signed webhooks, again and again until it answers 2xx: after 1 s, 2 s, 4 s … up to
 * an hour. What is on its way is kept in the database, so nothing is lost when either side stops.
 */
export function deliverWebhooks({ database, objects, endpoint, secret, now, logger }: Options) {
  const { sql } = database
  database.connection.exec(SCHEMA)
  sql.run`UPDATE deliveries SET due_at = ${now()} WHERE delivered_at IS NULL`

  const onTheirWay = new Map<string, Promise<number | undefined>>()
  const closing = new AbortController()
  let paused = false

  function post(eventId: string, sessionId: string | null): void {
    sql.run`INSERT INTO deliveries (event_id, session_id, due_at) VALUES (${eventId}, ${sessionId}, ${now()})`
    setImmediate(deliverDue)
  }

  function deliverDue(): void {
    if (paused || closing.signal.aborted) return
    const due = sql.all`
      SELECT event_id FROM deliveries WHERE due_at <= ${now()} ORDER BY due_at, rowid LIMIT ${AT_ONCE}`
    for (const { event_id } of due) {
      deliver(String(event_id)).catch((error) => logger.error(error, 'A webhook could not be sent'))
    }
  }

  function deliver(eventId: string): Promise<number | undefined> {
    const already = onTheirWay.get(eventId)
    if (already) return already
    const attempt = send(eventId).finally(() => {
      onTheirWay.delete(eventId)
      setImmediate(deliverDue)
    })
    onTheirWay.set(eventId, attempt)
    return attempt
  }

  async function send(eventId: string): Promise<number | undefined> {
    const payload = JSON.stringify(objects.get('event', eventId, 'id'))
    // The receiver compares this time with its own clock, which may not be the sandbox's.
    const timestamp = Math.floor(Date.now() / 1000)
    try {
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE)]),
      })
      await answer.body?.cancel()
      record(eventId, answer.ok, answer.status, null)
      return answer.status
    } catch (error) {
      if (closing.signal.aborted) return undefined
      record(eventId, false, null, reasonOf(error))
      return undefined
    }
  }

  function record(eventId: string, arrived: boolean, status: number | null, error: string | null): void {
    if (closing.signal.aborted) return
    sql.run`
      UPDATE deliveries SET attempts = attempts + 1, last_status = ${status}, last_error = ${error}
      WHERE event_id = ${eventId}`
    if (arrived) settle(eventId)
    else postpone(eventId, status ?? error)
  }

  function settle(eventId: string): void {
    sql.run`UPDATE deliveries SET due_at = NULL, delivered_at = ${now()} WHERE event_id = ${eventId}`
    objects.replace({ ...objects.get('event', eventId, 'id'), pending_webhooks: 0 })
  }

  function postpone(eventId: string, reason: number | string | null): void {
    const waiting = sql.get`SELECT attempts FROM deliveries WHERE event_id = ${eventId} AND delivered_at IS NULL`
    if (!waiting) return
    const pause = Math.min(FIRST_PAUSE * 2 ** (Number(waiting.attempts) - 1), LONGEST_PAUSE)
    sql.run`UPDATE deliveries SET due_at = ${now() + pause} WHERE event_id = ${eventId}`
    logger.warn({ eventId, reason, pause }, 'The shop did not take a webhook')
  }

  return {
    post,
    deliverDue,

    /** Holds every webhook back until `resume`. */
    pause(): void {
      paused = true
    },

    resume(): void {
      paused = false
      deliverDue()
    },

    /**
     * Brings an event to the shop now, also when it has arrived before and also while paused.
     * @returns the shop's status, undefined when there was no answer.
     * @throws ApiError when no event has this id.
     */
    async deliverAgain(eventId: string): Promise<number | undefined> {
      await onTheirWay.get(eventId)
      return deliver(eventId)
    },

    /** The events of a checkout session and how far they came, in the order in which they happened. */
    ofSession(sessionId: string): Delivery[] {
      return sql.all`
        SELECT event_id AS eventId, attempts, due_at AS dueAt, delivered_at AS deliveredAt,
               last_status AS lastStatus, last_error AS lastError
        FROM deliveries WHERE session_id = ${sessionId} ORDER BY rowid` as unknown as Delivery[]
    },

    /** Breaks off what is on its way; it is tried again at the next start. */
    async close(): Promise<void> {
      closing.abort()
      await Promise.allSettled(onTheirWay.values())
    },
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} s`
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS deliveries (
    event_id TEXT PRIMARY KEY,
    session_id TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER,
    delivered_at INTEGER,
    last_status INTEGER,
    last_error TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS deliveries_by_session ON deliveries (session_id);
`
