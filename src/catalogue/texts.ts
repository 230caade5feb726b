import { type Locale, type Localised, locales } from '../platform/locale.ts'

/** A text as somebody brings it: in one language or several, not always in English. */
export type Texts = Partial<Record<Locale, string>>

/** What was known, and over it what is new. Where there is no English, another language stands in for it. */
export function mergeTexts(known: Localised | undefined, given: Texts): Localised {
  const merged: Texts = { ...known, ...given }
  const anything = locales.map((locale) => merged[locale]).find(Boolean) ?? ''
  return { ...merged, en: merged.en || anything }
}
