import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { Unavailable } from '../platform/errors.ts'
import { sessionCookie } from '../platform/sessions.ts'
import { cookiesOf } from './cookies.ts'
import { type Customer, customerOf } from './customer.ts'

/** Whose basket it is: a visitor's, whom a cookie names, or that of a customer who is signed in. */
export interface Owner {
  visitorId: string
  customerId?: number
  /** A customer's address. */
  email?: string
}

const cookieName = config.production ? '__Host-visitor' : 'visitor'
const NINETY_DAYS_MS = 90 * 24 * 60 * 60 * 1_000
const visitorId = z.uuid()

/** Visitors whose cookie is only on its way to them. */
const newcomers = new WeakMap<Request, Owner>()

/** The owner that the request names, or undefined for somebody who has kept nothing yet. */
export function ownerOf(req: Request): Owner | undefined {
  const customer = customerOf(req)
  return customer ? ownerOfCustomer(customer) : visitorOf(req)
}

/** A customer as the owner of what is theirs. */
export function ownerOfCustomer({ visitorId, id, email }: Customer): Required<Owner> {
  return { visitorId, customerId: id, email }
}

/** Whom the cookie names, also while somebody is signed in. */
export function visitorOf(req: Request): Owner | undefined {
  const parsed = visitorId.safeParse(cookiesOf(req)[cookieName])
  return parsed.success ? { visitorId: parsed.data } : newcomers.get(req)
}

/**
 * The owner; a new visitor gets a cookie of their own, because something is about to be kept for them.
 * @throws Unavailable while it is not known whether a customer asks, so that nothing lands in a basket of nobody's.
 */
export function rememberVisitor(req: Request, res: Response): Owner {
  const known = ownerOf(req)
  if (known?.customerId) return known
  if (!known && !req.session && cookiesOf(req)[sessionCookie]) throw new Unavailable('The session store')
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

/** The browser names no visitor any more: what was theirs is the customer's now. */
export function forgetVisitor(res: Response): void {
  res.clearCookie(cookieName, { httpOnly: true, secure: config.production, sameSite: 'lax', path: '/' })
}
