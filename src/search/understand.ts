import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { nearestWord, type VocabularyWord } from './nearest-word.ts'
import { plain, wordsIn } from './plain-words.ts'

/** What somebody means by what they typed. */
export interface Understood {
  /** For `Ask.words`: every word must be there. Undefined where there is no word to look for. */
  words: string | undefined
  /** For `Ask.words` too: one of several words is enough; undefined where there is but one. */
  anyWord: string | undefined
  /** The query as it was taken, where words were unknown and others stand in for them. */
  correction: string | undefined
}

interface TypedWord {
  word: string
  isKnown: boolean
  isIgnored: boolean
  /** The words that begin with it. */
  completions: string[]
  similar: VocabularyWord[]
  /** Words that mean the same, each of one word or several. */
  synonyms: string[]
}

const MOST_WORDS = 8
const MOST_COMPLETIONS = 12

/**
 * Reads a query: its last word may be the beginning of one, unknown words are taken for the known ones that
 * they are most like, and words that mean the same are looked for too.
 */
export async function understand(
  query: string,
  locale: Locale,
  { exactly = false } = {},
): Promise<Understood> {
  const typed = wordsIn(query).slice(0, MOST_WORDS)
  const words =
    typed.length === 0 ? [] : await rows<TypedWord>(TYPED, { typed, locale, count: MOST_COMPLETIONS })
  const taken = words.filter(({ isIgnored }) => !isIgnored).map((word) => take(word, exactly))
  const changed = new Map(taken.filter((each) => each.instead).map((each) => [each.word, each.instead!]))
  return {
    words: taken.length === 0 ? undefined : taken.map(({ wanted }) => wanted).join(' & '),
    anyWord: taken.length < 2 ? undefined : taken.map(({ wanted }) => wanted).join(' | '),
    correction: changed.size === 0 ? undefined : replaceWords(query, changed),
  }
}

function take({ word, isKnown, completions, similar, synonyms }: TypedWord, exactly: boolean) {
  const instead =
    isKnown || exactly || completions.length > 0 || synonyms.length > 0
      ? undefined
      : nearestWord(word, similar)
  const alternatives = [
    instead ?? word,
    ...completions,
    ...synonyms.map((phrase) => wordsIn(phrase).join(' <-> ')),
  ]
  return { word, instead, wanted: `(${alternatives.join(' | ')})` }
}

/** The query as it was typed, but for the words that were taken for others. */
function replaceWords(query: string, changed: Map<string, string>): string {
  return query.trim().replace(/[\p{L}\p{M}\p{N}]+/gu, (typed) => changed.get(plain(typed)) ?? typed)
}

/** The words that begin with another one are found by a range: the index does not read patterns that it does not know. */
const TYPED = `
  select typed.word, cardinality(lexemes) = 0 as "isIgnored", known."isKnown",
    case when typed.place = cardinality($typed::text[]) or not known."isKnown" then array(
      select entry.word from search.vocabulary entry
      where entry.locale = $locale and entry.word ~>=~ typed.word and entry.word ~<~ (typed.word || chr(1114111))
        and entry.word <> typed.word and entry.lexeme <> all(lexemes)
      order by entry.documents desc, entry.word limit $count) else '{}' end as completions,
    case when known."isKnown" then '[]' else coalesce((
      select jsonb_agg(entry) from (
        select entry.word, entry.documents from search.vocabulary entry
        where entry.locale = $locale and entry.word operator(search.%) typed.word
        order by search.similarity(entry.word, typed.word) desc, entry.documents desc limit 20) entry), '[]')
      || coalesce((
      select jsonb_agg(entry) from (
        select entry.word, entry.documents from search.vocabulary entry
        where entry.locale = $locale and length(typed.word) between 3 and 5
          and entry.word ~>=~ left(typed.word, 1) and entry.word ~<~ (left(typed.word, 1) || chr(1114111))
          and length(entry.word) between length(typed.word) - 1 and length(typed.word) + 1
        order by entry.documents desc limit 200) entry), '[]') end as similar,
    array(
      select alternative from search.synonyms synonym cross join unnest(synonym.words) as alternative
      where synonym.locale = $locale and typed.word = any(synonym.words) and alternative <> typed.word) as synonyms
  from unnest($typed::text[]) with ordinality as typed(word, place)
  cross join lateral tsvector_to_array(search.words_of($locale, typed.word)) as lexemes
  cross join lateral (
    select exists (
      select from search.vocabulary entry where entry.locale = $locale and entry.lexeme = any(lexemes)
    ) or typed.word ~ '[0-9]' as "isKnown") known
  order by typed.place`
