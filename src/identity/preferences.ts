import type { Request, RequestHandler } from 'express'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { type Currency, currencies } from '../platform/money.ts'
import { cookiesOf } from './cookies.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const currency = z.enum(currencies).catch('EUR')
const theme = z.enum(themes).catch('system')
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1_000

const cookieName = 'preferences'
const cookieOptions = {
  httpOnly: true,
  secure: config.production,
  sameSite: 'lax',
  path: '/',
  maxAge: ONE_YEAR_MS,
} as const

/**
 * Gives `req.currency`. What a visitor prefers is kept in a cookie of their own and nowhere else; an address that names a
 * currency, as those of product searches do, is such a wish too.
 */
export const preferences: RequestHandler = (req, res, next) => {
  const [kept, keptTheme] = keptIn(req)
  const named = z.enum(currencies).safeParse(req.query.currency)
  req.currency = named.success ? named.data : currency.parse(kept)
  if (named.success && named.data !== currency.parse(kept)) {
    res.cookie(...preferencesCookie({ currency: named.data, theme: theme.parse(keptTheme) }))
  }
  next()
}

/** Light, dark, or what the visitor's system says. */
export function themeOf(req: Request): Theme {
  return theme.parse(keptIn(req)[1])
}

/** The cookie that keeps the preferences: its name, value and options. */
export function preferencesCookie(chosen: { currency: Currency; theme: Theme }) {
  return [cookieName, `${chosen.currency}.${chosen.theme}`, cookieOptions] as const
}

function keptIn(req: Request): string[] {
  return (cookiesOf(req)[cookieName] ?? '').split('.')
}

/** What this browser's visitor has answered about being shown what fits them: undefined while they have not. */
export function answerIn(req: Request): 'yes' | 'no' | undefined {
  const kept = /(?:^|;\s*)personalisation=(yes|no)(?:;|$)/.exec(req.headers.cookie ?? '')
  return kept?.[1] as 'yes' | 'no' | undefined
}
