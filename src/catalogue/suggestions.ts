import type { Cache } from '../platform/cache.ts'
import type { Money } from '../platform/money.ts'
import { suggestDocuments, suggestWords, wordsIn } from '../search/index.ts'
import { cardsOf } from './cards.ts'
import type { Locality } from './locality.ts'
import { navigation } from './navigation.ts'

/** What a query that is being typed may lead to. Addresses are without the language's prefix. */
export type Suggestions = {
  groups: { name: 'words' | 'categories' | 'products'; options: Suggestion[] }[]
}

interface Suggestion {
  label: string
  address: string
  end?: Money
}

const MOST_WORDS = 4
const MOST_CATEGORIES = 3
const MOST_PRODUCTS = 4
const SHORTEST = 2

export async function suggestions(cache: Cache, query: string, locality: Locality): Promise<Suggestions> {
  if (query.trim().length < SHORTEST) return { groups: [] }
  const [words, categories, products] = await Promise.all([
    suggestWords(query, locality.locale, MOST_WORDS),
    categoriesFor(cache, query, locality),
    productsFor(query, locality),
  ])
  const groups = [
    { name: 'words' as const, options: words.map((label) => ({ label, address: searchFor(label) })) },
    { name: 'categories' as const, options: categories },
    { name: 'products' as const, options: products },
  ]
  return { groups: groups.filter(({ options }) => options.length > 0) }
}

/** Categories one of whose words begins with what was typed last. */
async function categoriesFor(cache: Cache, query: string, { locale }: Locality): Promise<Suggestion[]> {
  const typed = wordsIn(query).at(-1)
  if (!typed) return []
  const families = await navigation(cache, locale)
  return families
    .flatMap(({ children, ...family }) => [family, ...children])
    .filter(({ name }) => wordsIn(name).some((word) => word.startsWith(typed)))
    .slice(0, MOST_CATEGORIES)
    .map(({ name, path }) => ({ label: name, address: `/categories/${path}` }))
}

async function productsFor(query: string, locality: Locality): Promise<Suggestion[]> {
  const ids = await suggestDocuments(query, locality, MOST_PRODUCTS)
  const cards = await cardsOf(ids, locality)
  return cards.map(({ title, slug, price }) => ({ label: title, address: `/products/${slug}`, end: price }))
}

function searchFor(query: string): string {
  return `/search?${new URLSearchParams({ q: query })}`
}
