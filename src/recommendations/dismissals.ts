import type { Request } from 'express'
import { hasAnsweredYes } from '../customers/index.ts'
import { type Owner, ownerOf } from '../identity/index.ts'
import { rows } from '../platform/database.ts'
import { sessionOf } from '../platform/sessions.ts'
import { keepDismissal } from './keep-dismissal.ts'

declare module 'express-session' {
  interface SessionData {
    /** Products that are not to be recommended any more, whatever is kept of somebody. */
    dismissed: number[]
  }
}

const MOST = 200

/** Remembers that somebody is not interested in a product: in this session, and for as long as they have agreed to that. */
export async function dismiss(req: Request, productId: number): Promise<void> {
  const owner = ownerOf(req)
  if (owner && hasAnsweredYes(req)) await keepDismissal(owner.visitorId, productId)
  const session = sessionOf(req)
  session.dismissed = [...new Set([...(session.dismissed ?? []), productId])].slice(-MOST)
}

/** What somebody is not interested in. */
export async function dismissedBy(req: Request): Promise<number[]> {
  const owner = ownerOf(req)
  const kept = owner && hasAnsweredYes(req) ? await keptDismissals(owner) : []
  return [...kept, ...(req.session?.dismissed ?? [])]
}

/** What is kept of it, of somebody who has agreed. */
export async function keptDismissals({ visitorId }: Pick<Owner, 'visitorId'>): Promise<number[]> {
  const kept = await rows<{ productId: number }>(
    `select product_id as "productId" from recommendations.dismissals
     where visitor_id = $visitorId order by at desc limit ${MOST}`,
    { visitorId },
  )
  return kept.map(({ productId }) => productId)
}
