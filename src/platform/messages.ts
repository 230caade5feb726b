import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { conventionsOf, defaultLocale, type Locale, locales } from './locale.ts'

export type Values = Record<string, string | number | boolean | Date | undefined>

/** Writes a message of the catalogues: `t('basket.lines', { count: 3 })`. */
export type Translate = (key: string, values?: Values) => string

const viewsFolder = new URL('../../views/', import.meta.url)

/** The catalogues: every `views/<module>/messages.<locale>.json`, merged. */
export const catalogues = Object.fromEntries(
  locales.map((locale) => [locale, readCatalogue(locale)]),
) as Record<Locale, Record<string, string>>

const compiled = new Map<string, IntlMessageFormat>()

/**
 * The translator of one language. A message that the language lacks is given in English.
 * @throws Error for a key that no catalogue knows.
 */
export function translator(locale: Locale): Translate {
  return (key, values) => {
    const message = catalogues[locale][key] ?? catalogues[defaultLocale][key]
    if (message === undefined) throw new Error(`No message has the key "${key}"`)
    if (!message.includes('{')) return message
    const formatKey = `${locale} ${key}`
    const format = compiled.get(formatKey) ?? new IntlMessageFormat(message, conventionsOf[locale])
    compiled.set(formatKey, format)
    return String(format.format(values))
  }
}

function readCatalogue(locale: Locale): Record<string, string> {
  const merged: Record<string, string> = {}
  for (const folder of readdirSync(viewsFolder, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue
    const file = new URL(`${folder.name}/messages.${locale}.json`, viewsFolder)
    Object.assign(merged, readIfThere(file))
  }
  return merged
}

function readIfThere(file: URL): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${file.pathname} is not a catalogue of messages`, { cause: error })
  }
}
