import { rows, type Transaction, transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { saveSynonyms } from './save-synonyms.ts'

/** The groups of words that mean the same in a language, one a line: `mug, cup`. */
export async function synonymsIn(locale: Locale, tx?: Transaction): Promise<string> {
  const found = await rows<{ words: string[] }>(
    'select words from search.synonyms where locale = $locale order by words',
    { locale },
    tx,
  )
  return found.map(({ words }) => words.join(', ')).join('\n')
}

/** Makes these groups the synonyms of a language, for somebody who saw those. Refuses when they were changed meanwhile. */
export function setSynonyms(locale: Locale, seen: string, typed: string) {
  return transaction(async (tx) => {
    await oneAtATime(tx, `search.synonyms ${locale}`)
    if ((await synonymsIn(locale, tx)) !== seen) return { refused: 'changed' as const }
    const groups = typed.split('\n').map((line) => line.split(',').map((phrase) => phrase.trim()))
    await saveSynonyms(locale, groups, tx)
    return { refused: undefined }
  })
}

/** The synonyms of a language, as the audit log keeps them. Whoever changes them meanwhile waits. */
export async function synonymsState(tx: Transaction, locale: Locale): Promise<object> {
  await oneAtATime(tx, `search.synonyms ${locale}`)
  return { synonyms: await synonymsIn(locale, tx) }
}
