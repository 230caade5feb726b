/**
 * Owns what can be found and how: documents, their words, the shelves and orders in which they stand, and what
 * people have looked for. It does not know what a document is about; ids, shelves and facets are its owner's.
 */
export { type Ask, type Chosen, type FacetCount, type Found, type Order, orders, type Place } from './ask.ts'
export type { DocumentText, SearchDocument } from './document.ts'
export { EVERYTHING } from './facet.ts'
export { findDocuments, findLeaders } from './find-documents.ts'
export * from './office.ts'
export { wordsIn } from './plain-words.ts'
export { markShelves, recountShelves, recountWords } from './recount.ts'
export { removeDocuments, saveDocuments } from './save-documents.ts'
export { saveSynonyms } from './save-synonyms.ts'
export { forgetSearches, recordSearch, searchesView } from './searches.ts'
export { suggestDocuments, suggestWords } from './suggestions.ts'
export { understand } from './understand.ts'
