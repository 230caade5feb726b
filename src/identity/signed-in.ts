import type { Request, RequestHandler, Response } from 'express'
import { logger } from '../platform/logger.ts'
import { endSession } from '../platform/sessions.ts'
import { customerOf, rememberCustomer, signedInCustomer } from './customer.ts'
import { notify } from './notices.ts'

declare module 'express-session' {
  interface SessionData {
    /** Which row of `identity.sign_ins` this session stands for. */
    signInId: string
    /** The day on which its customer was here last. */
    seenOn: string
  }
}

/**
 * Recognises who is signed in, on every request; a sign-in that has ended anywhere has ended here too, with everything that
 * its session knew.
 */
export const recognition: RequestHandler = async (req, _res, next) => {
  const signInId = req.session?.signInId
  if (!signInId) return next()
  const customer = await signedInCustomer(signInId)
  if (customer) {
    rememberCustomer(req, customer)
    keepCookie(req)
  } else {
    await endSession(req)
    req.session.asksPassword = true
    notify(req, { key: 'identity.ended', link: { key: 'identity.sign-in', path: '/sign-in' } })
    logger.info({ reference: req.id, signInId }, 'a sign-in has ended')
  }
  next()
}

/** A session that changes gives its cookie its full time again: once a day is enough for whoever keeps coming. */
function keepCookie(req: Request): void {
  const today = new Date().toISOString().slice(0, 10)
  if (req.session.seenOn !== today) req.session.seenOn = today
}

/** For pages of one's own: whoever is not signed in is asked to, and comes back. */
export const requiresCustomer: RequestHandler = (req, res, next) => {
  if (customerOf(req)) return next()
  askToSignIn(req, res)
}

/** Leads to the sign-in, and from there back to the page; a form that was sent leads back to the page it stood on. */
export function askToSignIn(req: Request, res: Response): void {
  const back = req.method === 'GET' ? req.originalUrl : formPage(req)
  const address = req.addressTo(`/sign-in?${new URLSearchParams({ back })}`)
  if (req.isHtmx) return void res.set('HX-Redirect', address).status(204).end()
  res.redirect(303, address)
}

function formPage(req: Request): string {
  const referrer = req.get('Referer')
  if (!referrer || !URL.canParse(referrer)) return req.addressTo('/account')
  const { host, pathname, search } = new URL(referrer)
  return host === req.get('Host') ? pathname + search : req.addressTo('/account')
}
