import type { Request } from 'express'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf, viewedBy } from '../identity/index.ts'

/** The visitor of whom what they do may be kept: they have agreed in this browser, and nobody of the staff looks in their place. */
export function rememberedVisitor(req: Request): string | undefined {
  return viewedBy(req) || !hasAnsweredYes(req) ? undefined : ownerOf(req)?.visitorId
}
