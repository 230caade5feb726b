import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { conventionsOf, defaultLocale, type Locale, locales } from '../platform/locale.ts'

export type Translate = (key: string, values?: Record<string, string | number>) => string

const catalogues = Object.fromEntries(locales.map((locale) => [locale, read(locale)])) as Record<
  Locale,
  Record<string, string>
>

/** The translator of what a shopper reads in the sandbox. @throws Error for a key that is in no catalogue. */
export function translator(locale: Locale): Translate {
  return (key, values) => {
    const message = catalogues[locale][key]
    if (message === undefined) throw new Error(`No message has the key "${key}"`)
    return String(new IntlMessageFormat(message, conventionsOf[locale]).format(values))
  }
}

/** The language of a hosted page: the one that the shop asked for, else the first that the browser knows. */
export function pageLocale(wanted: string | null, accepted: (known: string[]) => string | false): Locale {
  const language = wanted && wanted !== 'auto' ? wanted.split('-')[0] : accepted([...locales])
  return locales.find((locale) => locale === language) ?? defaultLocale
}

function read(locale: Locale): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`views/messages.${locale}.json`, import.meta.url), 'utf8'))
}
