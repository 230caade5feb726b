import { rows, transaction } from '../../src/platform/database.ts'
import { type Ask, findDocuments, type SearchDocument, saveDocuments } from '../../src/search/index.ts'

/** Nothing to be found. */
export async function emptySearch(): Promise<void> {
  await rows(`truncate search.documents, search.facets, search.shelves, search.shelf_prices, search.shelf_names,
    search.shelf_counts, search.changed_shelves, search.vocabulary, search.synonyms, search.searches restart identity`)
}

/** A document of that number, named "thing 7", on shelf 1, for 7 euros; its merit grows with its number. */
export function thing(id: number, more: Partial<SearchDocument> & { name?: string } = {}): SearchDocument {
  const { name = `thing ${id}`, ...given } = more
  return {
    id,
    merit: id,
    popularity: -id,
    newest: new Date(Date.UTC(2026, 0, 1) + id),
    shelves: [1],
    facets: [],
    prices: { EUR: id * 100 },
    texts: { en: { name, terms: [], codes: [], summary: '' } },
    ...given,
  }
}

export function keep(...documents: SearchDocument[]): Promise<void> {
  return transaction((tx) => saveDocuments(documents, tx))
}

/** Finds by what is given; everything else is the plainest that can be asked. */
export function find(more: Partial<Ask> = {}) {
  return findDocuments({
    ...{
      locale: 'en',
      currency: 'EUR',
      shelf: 1,
      chosen: [],
      order: 'merit',
      size: 10,
      from: { skipped: 0 },
    },
    ...more,
  })
}
