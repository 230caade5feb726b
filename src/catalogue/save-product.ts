import { isRefusal, rows, type Transaction, transaction } from '../platform/database.ts'
import { checkDrafts } from './check-drafts.ts'
import type { ProductDraft } from './product-draft.ts'
import { type SavedProduct, writeProducts } from './write-products.ts'

export type { ProductDraft, SavedProduct }

/**
 * Creates the product with this slug, or makes it what the draft says. In the caller's transaction, if there
 * is one. Refuses a SKU that is another product's, and then nothing is written.
 * @throws Error for a draft that contradicts itself.
 */
export async function saveProduct(draft: ProductDraft, tx?: Transaction) {
  const outcome = await saveProducts([draft], tx)
  if (outcome.refused) return { refused: outcome.refused, sku: outcome.skus[0]! }
  return outcome.products[0]!
}

/**
 * The same for many products, all or none, with no more statements than for one. Refuses all SKUs that are taken.
 * Who saves stock after them lists them later (`listProducts`), when it is known what there is.
 */
export async function saveProducts(
  drafts: ProductDraft[],
  tx?: Transaction,
  manner: { listLater?: boolean } = {},
) {
  checkDrafts(drafts)
  return tx
    ? withSavepoint(tx, () => writeProducts(drafts, tx, manner))
    : transaction((own) => writeProducts(drafts, own, manner))
}

async function withSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await rows('savepoint products', [], tx)
  const outcome = await work()
  if (isRefusal(outcome)) await rows('rollback to savepoint products', [], tx)
  await rows('release savepoint products', [], tx)
  return outcome
}
