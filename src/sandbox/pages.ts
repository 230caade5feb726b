import { join } from 'node:path'
import type { RequestHandler, Response } from 'express'
import { defaultLocale, type Locale } from '../platform/locale.ts'
import { createTemplates } from '../platform/views.ts'
import { translator } from './messages.ts'

const views = join(import.meta.dirname, 'views')
const render = createTemplates(views)

interface Manner {
  status?: number
  locale?: Locale
}

/** Sends a page of the sandbox; nothing of it is ever cached. */
export function sendPage(res: Response, view: string, model: object, manner: Manner = {}): void {
  const locale = manner.locale ?? defaultLocale
  const page = { locale, t: translator(locale), shopUrl: res.app.locals.shopUrl }
  const html = render(view, { ...model, page })
  res
    .status(manner.status ?? 200)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(html)
}

/** A page that says one thing and shows one way on. */
export function sendNotice(
  res: Response,
  notice: { heading: string; text: string; link: { address: string; text: string } },
  manner: Manner = {},
): void {
  sendPage(res, 'notice', notice, manner)
}

export const stylesheet: RequestHandler = (_req, res) => {
  res.sendFile(join(views, 'sandbox.css'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
}

/** No script, nothing from elsewhere, no frame around it. */
export const closedPages: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': contentPolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  next()
}

/** Lets the forms of this page lead to another site as well: browsers hold the redirect after a POST to this too. */
export function allowFormsTo(res: Response, address: string): void {
  res.set('Content-Security-Policy', contentPolicy(` ${new URL(address).origin}`))
}

function contentPolicy(formTargets = ''): string {
  const rules = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
  ]
  return [...rules, `form-action 'self'${formTargets}`, "frame-ancestors 'none'"].join('; ')
}

/** Refuses a form that another site's page sends. */
export const sameOriginForms: RequestHandler = (req, res, next) => {
  const site = req.get('Sec-Fetch-Site') ?? 'none'
  if (req.method !== 'POST' || site === 'same-origin' || site === 'none') return next()
  const text = 'The form came from a page of another site. Nothing was done.'
  sendNotice(
    res,
    { heading: 'Refused', text, link: { address: '/', text: 'To the sandbox' } },
    { status: 403 },
  )
}
