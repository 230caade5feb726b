import type { Locale } from '../platform/locale.ts'

/** What can be found, in all languages of the shop. Search knows nothing else of the thing that it is about. */
export interface SearchDocument {
  /** The owner's own id. */
  id: number
  /** What the owner would show first: higher comes first. */
  merit: number
  popularity: number
  newest: Date
  /** The lists that it stands in; the one of everything, 0, goes without saying. */
  shelves: number[]
  /** What it can be chosen by: `{ name: 'colour', value: 'oat' }`. */
  facets: { name: string; value: string }[]
  /** Minor units by currency: it is found in these currencies only. */
  prices: Record<string, number>
  texts: Partial<Record<Locale, DocumentText>>
}

/** What is read of a document in one language: its name counts most, its summary least. */
export interface DocumentText {
  name: string
  /** Words that name it too: a brand, the labels of its facets. */
  terms: string[]
  /** What is looked up letter by letter and never completed: stock keeping units. */
  codes: string[]
  summary: string
}
