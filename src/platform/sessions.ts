import connectPgSimple from 'connect-pg-simple'
import { RedisStore } from 'connect-redis'
import type { Request, RequestHandler, Response } from 'express'
import session, { type Store } from 'express-session'
import type { Redis } from 'ioredis'
import pg from 'pg'
import { config } from './config.ts'
import { databaseAddress } from './database-address.ts'
import { Unavailable } from './errors.ts'
import { logger } from './logger.ts'

/** A page is whole without Redis, but not without PostgreSQL: there a wait may still save it. */
const PATIENCE_MS = { redis: 400, postgresql: 1_500 }
const IDLE_MS = 14 * 24 * 60 * 60 * 1_000

export const sessionCookie = config.production ? '__Host-session' : 'session'

/** Where sessions are kept: Redis where there is one, else PostgreSQL. */
export function createSessionStore(redis: Redis | undefined): { store: Store; close: () => Promise<void> } {
  if (redis) {
    const store = new RedisStore({ client: redis, prefix: 'session:' })
    return { store: withPatience(store, PATIENCE_MS.redis), close: async () => {} }
  }
  const pool = new pg.Pool({
    ...databaseAddress,
    max: 4,
    connectionTimeoutMillis: 2 * PATIENCE_MS.postgresql,
    query_timeout: 2 * PATIENCE_MS.postgresql,
  })
  pool.on('error', (error) => logger.warn({ fault: error.message }, 'session store'))
  const PgStore = connectPgSimple(session)
  const store = new PgStore({
    pool,
    schemaName: 'platform',
    tableName: 'sessions',
    pruneSessionInterval: 900,
  })
  return {
    store: withPatience(store, PATIENCE_MS.postgresql),
    close: async () => {
      store.close()
      await pool.end()
    },
  }
}

/**
 * Gives `req.session`. No cookie and no row until something is kept in it. When the store is silent
 * the page is served without a session, and the visitor's cookie stays as it is.
 */
export function sessions(store: Store): RequestHandler {
  const withSession = session({
    store,
    secret: config.sessionSecret,
    name: sessionCookie,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, secure: config.production, sameSite: 'lax', path: '/', maxAge: IDLE_MS },
  })
  return (req, res, next) => {
    withSession(req, res, (error) => {
      if (res.headersSent) return logger.warn({ reference: req.id, err: error }, 'a session was not kept')
      keepBeforeRedirect(req, res)
      if (!(error instanceof Unavailable)) return next(error)
      logger.warn({ reference: req.id }, 'served without a session')
      ;(req as { session?: unknown }).session = undefined
      next()
    })
  }
}

/** A browser follows a redirect at once: what the next page reads must be kept before. */
function keepBeforeRedirect(req: Request, res: Response): void {
  const redirect = res.redirect.bind(res) as (...address: unknown[]) => void
  res.redirect = (...address: unknown[]) => {
    const keepsSomething = req.session && Object.keys(req.session).length > 1
    if (!keepsSomething) return redirect(...address)
    req.session.save((error) => {
      if (error) logger.warn({ reference: req.id, err: error }, 'a session was not kept')
      redirect(...address)
    })
  }
}

/**
 * The session, for a change that must be kept in it.
 * @throws Unavailable while the store is out of reach.
 */
export function sessionOf(req: Request): session.Session & Partial<session.SessionData> {
  if (!req.session) throw new Unavailable('The session store')
  return req.session
}

type Done = (error?: unknown, value?: unknown) => void

function withPatience(store: Store, milliseconds: number): Store {
  for (const name of ['get', 'set', 'destroy', 'touch'] as const) {
    const call = store[name]?.bind(store) as ((...given: unknown[]) => void) | undefined
    if (!call) continue
    const bounded = (...given: unknown[]) => {
      const done = given.pop() as Done | undefined
      call(...given, onlyOnce(done ?? (() => {}), milliseconds))
    }
    Object.assign(store, { [name]: bounded })
  }
  return store
}

function onlyOnce(done: Done, milliseconds: number): Done {
  let answered = false
  const answer: Done = (error, value) => {
    if (answered) return
    answered = true
    clearTimeout(limit)
    done(error ? new Unavailable('The session store', { cause: error }) : null, value)
  }
  // A server that was busy itself hears its own clock first: an answer that is already there counts.
  const limit = setTimeout(
    () => setImmediate(() => setImmediate(() => answer(new Error('no answer in time')))),
    milliseconds,
  )
  return answer
}

/**
 * A session under a new name, which nobody knows who knew the old one; what was kept goes along.
 * @throws Unavailable while the store is out of reach.
 */
export async function renewSession(req: Request): Promise<void> {
  const { cookie: _none, ...kept } = sessionOf(req)
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error) => (error ? reject(error) : resolve()))
  })
  Object.assign(req.session, kept)
}

/** Ends the session; the next one begins empty. */
export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    sessionOf(req).regenerate((error) => (error ? reject(error) : resolve()))
  })
}
