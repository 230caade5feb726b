/**
 * Owns what can be found and how: documents, their words, the shelves and orders in which they stand, and what
 * people have looked for. It does not know what a document is about; ids, shelves and facets are its owner's.
 */
export { type Ask, type Chosen, type FacetCount, type Found, type Order, orders, type Place } from './ask.ts'
export type { DocumentText, SearchDocument } from './document.ts'
export { EVERYTHING, SHELF } from './facet.ts'
export { findDocuments } from './find-documents.ts'
export { forgetSearches, recordSearch } from './record-search.ts'
export { recountShelves, recountWords } from './recount.ts'
export { removeDocuments, saveDocuments } from './save-documents.ts'
export { saveSynonyms } from './save-synonyms.ts'
export { searchesView } from './searches-view.ts'
export { suggestWords } from './suggest-words.ts'
export { understand } from './understand.ts'
