import type { SavedProduct } from '../catalogue/index.ts'
import type { ImportedProduct } from './read-product.ts'

/** What an import has done, or what a dry run would have done. */
export interface Written {
  products: { added: number; changed: number; same: number }
  variants: { added: number; known: number; withoutStock: number }
  /** The names of the categories that were not there. */
  categories: string[]
}

export function nothingWritten(): Written {
  return {
    products: { added: 0, changed: 0, same: 0 },
    variants: { added: 0, known: 0, withoutStock: 0 },
    categories: [],
  }
}

/** The sum of both, as a new one. */
export function addWritten(one: Written, other: Written): Written {
  const sum = <Count extends Record<string, number>>(a: Count, b: Count) =>
    Object.fromEntries(Object.entries(a).map(([key, count]) => [key, count + b[key]!])) as Count
  return {
    products: sum(one.products, other.products),
    variants: sum(one.variants, other.variants),
    categories: [...new Set([...one.categories, ...other.categories])],
  }
}

/** Counts a product that has been saved. */
export function countSaved(written: Written, saved: SavedProduct, product: ImportedProduct): void {
  written.products[saved.isNew ? 'added' : saved.isChanged ? 'changed' : 'same'] += 1
  const added = new Set(saved.variants.filter(({ isNew }) => isNew).map(({ sku }) => sku))
  written.variants.added += added.size
  written.variants.known += saved.variants.length - added.size
  const silent = product.variants.filter(({ draft, onHand }) => onHand === undefined && added.has(draft.sku))
  written.variants.withoutStock += silent.length
}
