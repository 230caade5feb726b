import { rows, type Transaction } from '../platform/database.ts'
import type { SearchDocument } from './document.ts'
import { wordsIn } from './plain-words.ts'

const SHORTEST = 3
const LONGEST = 40

/**
 * Takes up the words of the documents, for those who type half a word or slip. How many documents
 * have a word is counted now and then (`recount`), for everybody uses the same few words.
 */
export async function learnWords(documents: SearchDocument[], tx: Transaction): Promise<void> {
  const given = documents.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([locale, { name, terms }]) =>
      wordsIn([name, ...terms].join(' '))
        .filter((word) => word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word))
        .map((word) => `${locale} ${word}`),
    ),
  )
  const words = [...new Set(given)].map((each) => each.split(' ', 2))
  await rows(
    `insert into search.vocabulary (locale, word, lexeme)
     select locale, word, lexemes[1]
     from unnest($locales::text[], $words::text[]) as given(locale, word)
     cross join lateral tsvector_to_array(search.words_of(locale, word)) as lexemes
     where cardinality(lexemes) > 0
       and not exists (select from search.vocabulary known where known.locale = given.locale and known.word = given.word)
     order by locale, word on conflict do nothing`,
    { locales: words.map(([locale]) => locale), words: words.map(([, word]) => word) },
    tx,
  )
}
