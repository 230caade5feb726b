import { type Response, Router } from 'express'
import { sendNotice, sendPage } from '../pages.ts'
import type { Mail, Outbox } from './outbox.ts'

const A_PAGE = 50
const MOST_IN_JSON = 200

/** The outbox for people (`/outbox`) and for programs (`/outbox.json?to=…`). */
export function outboxPages(outbox: Outbox): Router {
  const routes = Router()

  routes.get('/outbox.json', (req, res) => {
    res
      .set('Cache-Control', 'no-store')
      .json(outbox.list({ limit: MOST_IN_JSON, ...recipientIn(req.query.to) }))
  })

  routes.get('/outbox', (req, res) => {
    const after = typeof req.query.after === 'string' ? { after: req.query.after } : {}
    const found = outbox.list({ limit: A_PAGE + 1, ...after })
    const mails = found.slice(0, A_PAGE)
    const older = found.length > A_PAGE ? (mails.at(-1)?.id ?? null) : null
    sendPage(res, 'outbox', { mails: mails.map(shown), older })
  })

  routes.param('mail', (_req, res, next, id: string) => {
    res.locals.mail = outbox.find(id)
    if (res.locals.mail) return next()
    const link = { address: '/outbox', text: 'To the outbox' }
    sendNotice(res, { heading: 'Not found', text: 'There is no such mail.', link }, { status: 404 })
  })

  routes.get('/outbox/:mail', (_req, res) => {
    const mail: Mail = res.locals.mail
    sendPage(res, 'mail', { mail: shown(mail), headers: mail.headers, textParts: withLinks(mail.text) })
  })

  routes.get('/outbox/:mail/html', (_req, res) => {
    const mail: Mail = res.locals.mail
    sendForeignHtml(res, mail.html ?? '')
  })

  routes.get('/outbox/:mail/source', (_req, res) => {
    const mail: Mail = res.locals.mail
    res.download(outbox.fileOf(mail.id), 'mail.eml', { dotfiles: 'allow' })
  })

  return routes
}

function recipientIn(to: unknown): { to?: string } {
  return typeof to === 'string' ? { to } : {}
}

function shown(mail: Mail) {
  const time = { iso: mail.receivedAt, shown: times.format(new Date(mail.receivedAt)) }
  const subject = mail.subject || '(no subject)'
  return { id: mail.id, to: mail.to.join(', '), from: mail.from, subject, time, hasHtml: mail.html !== null }
}

/** The text in pieces, those that are web addresses marked as links. */
function withLinks(text: string): { text: string; isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((piece, index) => ({ text: piece, isLink: index % 2 === 1 }))
}

/**
 * The mail as its writer made it, locked up: it may show pictures and follow links, and nothing else. Its links
 * leave the frame that it is shown in, because the shop's pages refuse to be framed.
 */
function sendForeignHtml(res: Response, html: string): void {
  const base = '<base target="_top">'
  const opening = /<(?:html|head)\b[^>]*>/i
  const document = opening.test(html) ? html.replace(opening, (tag) => tag + base) : base + html
  res.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; frame-ancestors 'self'; " +
      'sandbox allow-popups allow-top-navigation-by-user-activation',
  })
  res.type('html').send(document)
}

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
