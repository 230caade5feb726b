import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { logger } from './logger.ts'

/** A fault with the HTTP status that it means to the one who asked. */
export class HttpError extends Error {
  readonly status: number
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

/** What was asked for is not there, or not theirs, which is the same answer. */
export class NotFound extends HttpError {
  constructor(what = 'page') {
    super(404, `No such ${what}`)
  }
}

/** Somebody is known, and lacks a right; the page names it. */
export class Forbidden extends HttpError {
  readonly permission: string
  constructor(permission: string) {
    super(403, `Not allowed without the right "${permission}"`)
    this.permission = permission
  }
}

/** Something that the answer needs is out of reach for the moment. */
export class Unavailable extends HttpError {
  constructor(what: string, options?: ErrorOptions) {
    super(503, `${what} is out of reach`, options)
  }
}

/** Somebody asks more often than they may. */
export class TooMany extends HttpError {
  readonly seconds: number
  constructor(seconds: number) {
    super(429, 'Asked too often')
    this.seconds = Math.ceil(seconds)
  }
}

export const notFound: RequestHandler = () => {
  throw new NotFound()
}

const EXPLAINED = new Set([400, 403, 404, 410, 413, 429, 500, 503])
const RETRY_AFTER_SECONDS = '10'

/** The one handler of surprises: logs once, answers by who asks, gives a reference and no detail. */
export const answerError: ErrorRequestHandler = async (error, req, res, next) => {
  const status = statusOf(error)
  const reference = String(req.id)
  if (status >= 500) logger.error({ err: error, reference }, 'a request failed')
  if (res.headersSent) return res.writableEnded ? undefined : res.destroy()
  res.status(status)
  if (status === 503) res.set('Retry-After', RETRY_AFTER_SECONDS)
  if (error instanceof TooMany) res.set('Retry-After', String(error.seconds))
  const explained = EXPLAINED.has(status) ? status : status < 500 ? 400 : 500
  if (req.accepts(['html', 'json']) === 'json') {
    const detail = error instanceof HttpError && status < 500 ? { detail: error.message } : {}
    return res
      .type('application/problem+json')
      .send({ type: 'about:blank', title: STATUS_CODES[status], status, ...detail, reference })
  }
  const inWords = () => res.type('text').send(`${status}\n${reference}`)
  if (!res.page) return inWords()
  try {
    const minutes = error instanceof TooMany ? Math.ceil(error.seconds / 60) : 1
    const permission = error instanceof Forbidden ? error.permission : ''
    await res.page('shared/error', { status: explained, reference, minutes, permission })
  } catch (second) {
    if (status < 500) return answerError(second, req, res, next)
    logger.error({ err: second, reference }, 'the error page failed too')
    inWords()
  }
}

const CONNECTION_FAULTS =
  /^Sequelize(Connection|HostNotFound|HostNotReachable|AccessDenied|InvalidConnection)/
const OUT_OF_TIME = new Set(['57014', '55P03', '57P01', '57P03', '53300'])

function statusOf(error: {
  status?: unknown
  name?: string
  original?: { code?: string; message?: string }
}): number {
  if (typeof error?.status === 'number' && error.status >= 400) return error.status
  if (CONNECTION_FAULTS.test(error?.name ?? '')) return 503
  if (OUT_OF_TIME.has(error?.original?.code ?? '') || error?.original?.message === 'Query read timeout')
    return 503
  return 500
}
