import { type Locale, type Localised, locales } from '../platform/locale.ts'

/** A text as somebody brings it: in one language or several, not always in English. */
export type Texts = Partial<Record<Locale, string>>

/**
 * What was known, and over it what is new; a language that has nothing to say any longer is left out. Where there is no
 * English, another language stands in for it.
 */
export function mergeTexts(known: Localised | undefined, given: Texts): Localised {
  const merged = Object.entries({ ...known, ...given }).filter(([, text]) => text)
  const said: Texts = Object.fromEntries(merged)
  return { ...said, en: said.en ?? locales.map((locale) => said[locale]).find(Boolean) ?? '' }
}
