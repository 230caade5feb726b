import { rows, type Transaction, transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { wordsIn } from './plain-words.ts'

/**
 * Makes these groups the language's synonyms: whoever looks for one word of a group finds the others too.
 * A word may be a phrase, "tea pot"; a group of less than two is left out.
 */
export function saveSynonyms(locale: Locale, groups: string[][], tx?: Transaction): Promise<void> {
  return tx ? write(locale, groups, tx) : transaction((own) => write(locale, groups, own))
}

async function write(locale: Locale, groups: string[][], tx: Transaction): Promise<void> {
  const given = groups
    .map((group) => [...new Set(group.map((phrase) => wordsIn(phrase).join(' ')).filter(Boolean))])
    .filter((group) => group.length > 1)
  await rows('delete from search.synonyms where locale = $locale', { locale }, tx)
  await rows(
    `insert into search.synonyms (locale, words)
     select $locale, array(select jsonb_array_elements_text(words))
     from jsonb_array_elements($given::jsonb) as words`,
    { locale, given: JSON.stringify(given) },
    tx,
  )
}
