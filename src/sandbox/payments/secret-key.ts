import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { ApiError } from './errors.ts'

/** Lets only requests pass that show the secret key, as `Bearer` or as the name of Basic authentication. */
export function secretKeyRequired(secretKey: string): RequestHandler {
  return (req, _res, next) => {
    const shown = shownKey(req.get('Authorization') ?? '')
    if (shown === undefined) throw unauthorised('You did not provide an API key.')
    if (!same(shown, secretKey)) throw unauthorised('Invalid API Key provided.')
    next()
  }
}

function shownKey(header: string): string | undefined {
  const [scheme, credentials = ''] = header.split(' ', 2)
  if (scheme === 'Bearer') return credentials
  if (scheme === 'Basic') return Buffer.from(credentials, 'base64').toString().split(':')[0]
  return undefined
}

function same(one: string, other: string): boolean {
  const [left, right] = [one, other].map((value) => createHash('sha256').update(value).digest())
  return timingSafeEqual(left!, right!)
}

function unauthorised(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message })
}
