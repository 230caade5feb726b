import type { Request, Response } from 'express'
import { answerIn, type Owner } from '../identity/index.ts'
import { config } from '../platform/config.ts'
import { row } from '../platform/database.ts'

export const purposes = ['personalisation', 'marketing'] as const
export type Purpose = (typeof purposes)[number]

/** Remembers in the browser that the question was answered, so that it is asked once; it is no proof of anything. */
const cookieName = 'personalisation'
const HALF_A_YEAR_MS = 182 * 24 * 60 * 60 * 1_000

/** What somebody has agreed to; false also while they have not been asked. */
export async function hasAgreed(owner: Owner | undefined, purpose: Purpose): Promise<boolean> {
  return (owner && (await lastAnswer(owner, purpose))) ?? false
}

/** Whether somebody has said no; false also while they have not been asked. */
export async function hasRefused(owner: Owner, purpose: Purpose): Promise<boolean> {
  return (await lastAnswer(owner, purpose)) === false
}

/** What somebody has answered last, or undefined when they never were asked. */
export async function lastAnswer({ visitorId }: Owner, purpose: Purpose): Promise<boolean | undefined> {
  const said = await row<{ isGiven: boolean }>(
    `select is_given as "isGiven" from customers.consents
     where visitor_id = $visitorId and purpose = $purpose order by id desc limit 1`,
    { visitorId, purpose },
  )
  return said?.isGiven
}

/** Whether this browser says that they have agreed to be shown what fits them; `hasAgreed` knows it for certain. */
export function hasAnsweredYes(req: Request): boolean {
  return answerIn(req) === 'yes'
}

/** Whether a page asks the question: of nobody who has answered it, and not where it can be answered anyway. */
export function asksForConsent(req: Request): boolean {
  return req.method === 'GET' && req.path !== '/account/privacy' && answerIn(req) === undefined
}

export function rememberAnswer(res: Response, isGiven: boolean): void {
  res.cookie(cookieName, isGiven ? 'yes' : 'no', {
    httpOnly: true,
    secure: config.production,
    sameSite: 'lax',
    path: '/',
    maxAge: HALF_A_YEAR_MS,
  })
}
