import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { plain } from './plain-words.ts'

/** Words that end what somebody has begun to type, as whole queries: the most used first. */
export async function suggestWords(query: string, locale: Locale, count: number): Promise<string[]> {
  const begun = /^(.*?)([\p{L}\p{M}\p{N}]+)$/u.exec(query.trimStart())
  if (!begun) return []
  const [, before, last] = begun
  const found = await rows<{ word: string }>(
    `select word from search.vocabulary
     where locale = $locale and word ~>=~ $last and word ~<~ $last || chr(1114111)
     order by documents desc, word limit $count`,
    { locale, last: plain(last!), count },
  )
  return found.map(({ word }) => `${before}${word}`)
}
