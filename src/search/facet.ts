import type { SearchDocument } from './document.ts'

/** The shelf on which everything stands. */
export const EVERYTHING = 0

/** The name of the facet that says on which shelves a document stands. */
export const SHELF = 'shelf'

export interface Facet {
  name: string
  value: string
}

/** The facets of a document, its shelves among them. */
export function facetsOf({ facets, shelves }: Pick<SearchDocument, 'facets' | 'shelves'>): Facet[] {
  return [...facets, ...shelves.map((shelf) => ({ name: SHELF, value: String(shelf) }))]
}
