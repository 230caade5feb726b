import { findCategory, saveCategory, slugOf } from '../catalogue/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { ImportedProduct } from './import-product.ts'
import type { Reading } from './import-variants.ts'

const UNNAMED = 'More'

/** The categories that the products name, by that name; one that is not there is added as a new family of goods. */
export async function openCategories(products: ImportedProduct[], { locale }: Reading, tx: Transaction) {
  const ids = new Map<string, number>()
  const added: string[] = []
  for (const asked of new Set(products.map(({ category }) => category))) {
    const name = asked || UNNAMED
    const known = await findCategory(name, tx)
    if (!known) added.push(name)
    const opened =
      known ?? (await saveCategory({ slug: slugOf(name) || slugOf(UNNAMED), name: { [locale]: name } }, tx))
    ids.set(asked, opened.id)
  }
  return { ids, added }
}
