import type { Request } from 'express'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf } from '../identity/index.ts'
import { rows } from '../platform/database.ts'
import { sessionOf } from '../platform/sessions.ts'
import { keepDismissal } from './keep-dismissal.ts'

declare module 'express-session' {
  interface SessionData {
    /** Products that are not to be recommended any more, of somebody of whom nothing more is kept. */
    dismissed: number[]
  }
}

const MOST = 200

/** Remembers that somebody is not interested in a product: if they have agreed, for as long as they do; else in this session. */
export async function dismiss(req: Request, productId: number): Promise<void> {
  const owner = ownerOf(req)
  if (owner && hasAnsweredYes(req) && (await keepDismissal(owner.visitorId, productId))) return
  const session = sessionOf(req)
  session.dismissed = [...new Set([...(session.dismissed ?? []), productId])].slice(-MOST)
}

/** What somebody is not interested in. */
export async function dismissedBy(req: Request): Promise<number[]> {
  const owner = ownerOf(req)
  const kept =
    owner && hasAnsweredYes(req)
      ? await rows<{ productId: number }>(
          `select product_id as "productId" from recommendations.dismissals
           where visitor_id = $visitorId order by at desc limit ${MOST}`,
          { visitorId: owner.visitorId },
        )
      : []
  return [...kept.map(({ productId }) => productId), ...(req.session?.dismissed ?? [])]
}
