import type { Request } from 'express'
import { sessionOf } from '../platform/sessions.ts'

/** A line that was just taken out, so that it can be put back. */
export interface Removed {
  sku: string
  title: string
  quantity: number
}

declare module 'express-session' {
  interface SessionData {
    removed: Removed
  }
}

/** Keeps what was taken out for the page that a redirect leads to. */
export function keepRemoved(req: Request, removed: Removed): void {
  sessionOf(req).removed = removed
}

/** What was taken out by the last change, once. */
export function takeRemoved(req: Request): Removed | undefined {
  const removed = req.session?.removed
  if (removed) delete req.session.removed
  return removed
}
