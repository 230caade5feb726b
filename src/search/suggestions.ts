import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { plain } from './plain-words.ts'
import { understand } from './understand.ts'

/** Words that end what somebody has begun to type, as whole queries: the most used first, each in one form. */
export async function suggestWords(query: string, locale: Locale, count: number): Promise<string[]> {
  const begun = /^(.*?)([\p{L}\p{M}\p{N}]+)$/u.exec(query.trimStart())
  if (!begun) return []
  const [, before, last] = begun
  const found = await rows<{ word: string }>(
    `select (array_agg(word order by length(word), word))[1] as word from search.vocabulary
     where locale = $locale and word ~>=~ $last and word ~<~ ($last || chr(1114111))
     group by lexeme order by max(documents) desc, word limit $count`,
    { locale, last: plain(last!), count },
  )
  return found.map(({ word }) => `${before}${word}`)
}
const LOOKED_AT = 200

/** The best documents for a query that is still being typed: a few are looked at, and nothing is counted. */
export async function suggestDocuments(
  query: string,
  { locale, currency }: { locale: Locale; currency: string },
  count: number,
): Promise<number[]> {
  const { words } = await understand(query, locale)
  if (words === undefined) return []
  const found = await rows<{ id: number }>(
    `select id from (
       select id, merit, ts_rank(words, wanted) as rank
       from search.documents cross join to_tsquery(search.grammar_of($locale), $words) as wanted
       where locale = $locale and prices ? $currency and words @@ wanted limit ${LOOKED_AT}
     ) looked
     order by rank desc, merit desc, id desc limit $count`,
    { locale, currency, words, count },
  )
  return found.map(({ id }) => id)
}
