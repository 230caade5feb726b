import type { RequestHandler } from 'express'
import { decimalOf, exponentOf, type Money } from './money.ts'

/** The languages of the shop; the first one has no prefix in its addresses. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** A text in the shop's languages; English is always there. */
export type Localised = { en: string } & Partial<Record<Locale, string>>

/** The text in the wanted language, else in English. */
export function inLocale(text: Localised, locale: Locale): string {
  return text[locale] || text.en
}

/** The language's own conventions for numbers and dates. */
export const conventionsOf: Record<Locale, string> = { en: 'en-GB', de: 'de-DE' }

/** An address of the shop in a language: `/basket` is `/de/basket` in German. The one maker of addresses. */
export function addressIn(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/**
 * Takes the language off the front of the address, so that routes are written once. An address begins with one
 * slash from here on: `//host` in a link would lead to another host.
 */
export const localePrefix: RequestHandler = (req, _res, next) => {
  const [, first] = req.path.split('/', 2)
  const locale = locales.find((candidate) => candidate === first && candidate !== defaultLocale)
  req.locale = locale ?? defaultLocale
  req.addressTo = (path) => addressIn(req.locale, path)
  const rest = locale ? req.url.slice(locale.length + 1) : req.url
  req.url = `/${rest.replace(/^[/\\]+/, '')}`
  next()
}

/** How amounts, dates and numbers are written in a language. */
export function formatsOf(locale: Locale) {
  return {
    money: ({ amount, currency }: Money) =>
      moneyFormat(locale, currency).format(`${amount}E-${exponentOf(currency)}` as Intl.StringNumericLiteral),
    /** For machines: "12.50". */
    decimal: decimalOf,
    date: (value: Date | string) => dateFormat(locale, 'date').format(new Date(value)),
    day: (value: Date | string) => dateFormat(locale, 'day').format(new Date(value)),
    /** From one day to another, which may be the same: "24–26 November 2026". */
    days: (first: Date | string, last: Date | string) =>
      dateFormat(locale, 'day').formatRange(new Date(first), new Date(last)),
    time: (value: Date | string) => dateFormat(locale, 'time').format(new Date(value)),
    moment: (value: Date | string) => dateFormat(locale, 'moment').format(new Date(value)),
    number: (value: number) => numberFormat(locale).format(value),
    text: (value: Localised) => inLocale(value, locale),
  }
}

/** Where the shop's days and years begin. */
export const SHOP_TIME_ZONE = 'Europe/Berlin'
const dateShapes = {
  date: { weekday: 'short', day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const moneyFormat = remembered(
  (locale: Locale, currency: string) =>
    new Intl.NumberFormat(conventionsOf[locale], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }),
)
const dateFormat = remembered(
  (locale: Locale, shape: keyof typeof dateShapes) =>
    new Intl.DateTimeFormat(conventionsOf[locale], { ...dateShapes[shape], timeZone: SHOP_TIME_ZONE }),
)
const numberFormat = remembered((locale: Locale) => new Intl.NumberFormat(conventionsOf[locale]))

function remembered<Arguments extends string[], Made>(make: (...keys: Arguments) => Made) {
  const made = new Map<string, Made>()
  return (...keys: Arguments): Made => {
    const key = keys.join(' ')
    const known = made.get(key) ?? make(...keys)
    made.set(key, known)
    return known
  }
}
