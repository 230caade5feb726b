import type { Request } from 'express'
import { answerIn } from '../identity/index.ts'
import { TRAIL_LENGTH } from './recently-viewed.ts'

declare module 'express-session' {
  interface SessionData {
    /** The slugs of the products that were seen last, the newest first. */
    trail: string[]
  }
}

/** What was seen in the visitor's session, if there is one, the newest first; nothing of whoever wants nothing remembered. */
export function trailOf(req: Request): string[] {
  return answerIn(req) === 'no' ? [] : (req.session?.trail ?? [])
}

/** What was seen before this product in the visitor's session, if there is one. */
export function trailBefore(req: Request, slug: string): string[] {
  return trailOf(req).filter((seen) => seen !== slug)
}

/**
 * Adds the product to the trail of a session that something else has begun: to remember what somebody looks at is
 * convenient and not necessary, so that no cookie is set for it. Of whoever wants nothing remembered, what was is forgotten.
 */
export function keepInTrail(req: Request, slug: string): void {
  const hasBegun = req.session && req.headers.cookie?.includes(req.sessionID)
  if (!hasBegun) return
  if (answerIn(req) === 'no') req.session.trail = []
  else req.session.trail = [slug, ...trailBefore(req, slug)].slice(0, TRAIL_LENGTH + 1)
}
