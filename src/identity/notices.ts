import type { Request } from 'express'
import { addressIn } from '../platform/locale.ts'
import { translator, type Values } from '../platform/messages.ts'
import { sessionOf } from '../platform/sessions.ts'

/** A sentence that waits for the next page, with a link when there is something to do next. */
export interface Notice {
  key: string
  values?: Values
  link?: { key: string; path: string }
}

declare module 'express-session' {
  interface SessionData {
    notice: Notice
  }
}

/** Keeps a notice for the page that a redirect leads to. */
export function notify(req: Request, notice: Notice): void {
  sessionOf(req).notice = notice
}

/** The notice that waits, in the visitor's language, once; a piece of a page leaves it waiting. */
export function takeNotice(req: Request) {
  const notice = req.isHtmx ? undefined : req.session?.notice
  if (!notice) return undefined
  delete req.session.notice
  const t = translator(req.locale)
  const link = notice.link && { text: t(notice.link.key), href: addressIn(req.locale, notice.link.path) }
  return { text: t(notice.key, notice.values), ...(link && { link }) }
}
