import type { Transaction } from '../platform/database.ts'
import { listProducts } from './list-products.ts'
import { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import type { ProductState } from './product-state.ts'
import { saveOptions } from './save-options.ts'
import { savePictures } from './save-pictures.ts'
import { saveRelated } from './save-related.ts'
import { saveValues } from './save-values.ts'
import { saveVariants } from './save-variants.ts'

/** A product that says something new, and everything that is to hang on it. */
export interface Change {
  product: Product
  draft: ProductDraft
  wanted: ProductState
}

/**
 * Writes the products with all that hangs on them. Gives the SKUs that are other products', else the variants.
 * Whoever saves stock after them may list them later, when it is known what there is.
 */
export async function writeChanges(changes: Change[], tx: Transaction, { listLater = false } = {}) {
  if (changes.length === 0) return { taken: [], variants: [] }
  const productIds = changes.map(({ product }) => product.id)
  const hanging = changes.map(({ product, wanted }) => hangOn(product.id, wanted))
  await saveRows(changes, tx)
  await saveOptions(
    productIds,
    hanging.flatMap(({ options }) => options),
    tx,
  )
  await savePictures(
    productIds,
    hanging.flatMap(({ pictures }) => pictures),
    tx,
  )
  const outcome = await saveVariants(
    productIds,
    hanging.flatMap(({ variants }) => variants),
    tx,
  )
  if (outcome.taken.length > 0) return outcome
  await saveValues(changes, tx)
  await saveRelated(changes, tx)
  if (!listLater) await listProducts(productIds, tx)
  return outcome
}

function hangOn(productId: number, { options, pictures, variants }: ProductState) {
  return {
    options: options.map((option, index) => ({ ...option, productId, number: index + 1 })),
    pictures: pictures.map((picture, position) => ({ ...picture, productId, position })),
    variants: variants.map((variant, position) => ({ ...variant, productId, position })),
  }
}

/** The products' own rows are there since they were claimed: one statement gives all of them what they are to say. */
async function saveRows(changes: Change[], tx: Transaction): Promise<void> {
  const said = changes.map(({ product }) => product.said())
  await Product.bulkCreate(said, {
    conflictAttributes: ['slug'],
    updateOnDuplicate: Object.keys(said[0]!) as (keyof (typeof said)[number])[],
    transaction: tx,
  })
}
