import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { cookiesOf } from './cookies.ts'

/** Whose basket it is. */
export interface Owner {
  visitorId: string
}

const cookieName = config.production ? '__Host-visitor' : 'visitor'
const NINETY_DAYS_MS = 90 * 24 * 60 * 60 * 1_000
const visitorId = z.uuid()

/** Visitors whose cookie is only on its way to them. */
const newcomers = new WeakMap<Request, Owner>()

/** The owner that the request names, or undefined for somebody who has kept nothing yet. */
export function ownerOf(req: Request): Owner | undefined {
  const parsed = visitorId.safeParse(cookiesOf(req)[cookieName])
  return parsed.success ? { visitorId: parsed.data } : newcomers.get(req)
}

/** The owner; a new visitor gets a cookie of their own, because something is about to be kept for them. */
export function rememberVisitor(req: Request, res: Response): Owner {
  const known = ownerOf(req)
  const owner = known ?? { visitorId: randomUUID() }
  newcomers.set(req, owner)
  res.cookie(cookieName, owner.visitorId, {
    httpOnly: true,
    secure: config.production,
    sameSite: 'lax',
    path: '/',
    maxAge: NINETY_DAYS_MS,
  })
  return owner
}
