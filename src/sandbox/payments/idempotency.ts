import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Database } from '../database.ts'
import { ApiError, ParameterError } from './errors.ts'

const REMEMBERED_FOR = 24 * 3600 * 1000

/** An answer of the API, as it is sent and kept. */
export interface Answer {
  status: number
  body: string
  /** The request that was answered first, where this is its answer again. */
  replayOf?: string
}

/**
 * Makes sure that a request which is sent twice under one `Idempotency-Key` is done once: the second gets the
 * first one's answer. Keys are remembered for a day.
 */
export function idempotency(database: Database, now: () => number) {
  const { sql } = database
  database.connection.exec(SCHEMA)
  sql.run`DELETE FROM idempotent_answers WHERE at < ${now() - REMEMBERED_FOR}`

  const inHand = new Set<string>()

  /** Refuses a request whose twin is still being answered. Stands before the body is read. */
  const oneAtATime: RequestHandler = (req, res, next) => {
    const key = keyOf(req)
    if (!key) return next()
    if (inHand.has(key))
      throw new ApiError(409, { ...mistaken, code: 'idempotency_key_in_use', message: IN_USE })
    inHand.add(key)
    res.once('close', () => inHand.delete(key))
    next()
  }

  function find(key: string, fingerprint: string): Answer | undefined {
    const kept = sql.get`SELECT * FROM idempotent_answers WHERE key = ${key}`
    if (!kept) return undefined
    if (kept.fingerprint !== fingerprint) throw new ApiError(400, { ...mistaken, message: OTHER_REQUEST })
    return { status: Number(kept.status), body: String(kept.body), replayOf: String(kept.request_id) }
  }

  function keep(key: string, fingerprint: string, requestId: string, answer: Answer): void {
    sql.run`
      INSERT INTO idempotent_answers (key, fingerprint, request_id, status, body, at)
      VALUES (${key}, ${fingerprint}, ${requestId}, ${answer.status}, ${answer.body}, ${now()})`
  }

  /**
   * Answers a request, or repeats the answer that its key already got. What was done and its answer are kept
   * together. A refusal is an answer like any other, unless the parameters were wrong from the start.
   * @throws ApiError when the key was used for another request.
   */
  function once(req: Request, requestId: string, act: () => Answer): Answer {
    const key = keyOf(req)
    if (!key) return database.transaction(act)
    const fingerprint = fingerprintOf(req)
    const earlier = find(key, fingerprint)
    if (earlier) return earlier
    try {
      return database.transaction(() => {
        const answer = act()
        keep(key, fingerprint, requestId, answer)
        return answer
      })
    } catch (error) {
      if (!(error instanceof ApiError) || error instanceof ParameterError) throw error
      const refusal = { status: error.status, body: JSON.stringify({ error: error.refusal }) }
      keep(key, fingerprint, requestId, refusal)
      return refusal
    }
  }

  return { oneAtATime, once }
}

const mistaken = { type: 'idempotency_error' } as const
const IN_USE = 'Another request with this Idempotency-Key is being answered at this moment.'
const OTHER_REQUEST =
  'This Idempotency-Key was used before, with another address or other parameters. Take a new key for a new request.'

function keyOf(req: Request): string | undefined {
  return req.method === 'POST' ? req.get('Idempotency-Key') : undefined
}

function fingerprintOf(req: Request): string {
  const fields = JSON.stringify(req.body ?? {})
  return createHash('sha256').update(`${req.originalUrl}\n${fields}`).digest('base64url')
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS idempotent_answers (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    request_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
`
