import { findCategory, listProducts, saveProducts } from '../../catalogue/index.ts'
import { setStocks } from '../../inventory/index.ts'
import { patientTransaction, rows } from '../../platform/database.ts'
import { inParallel } from '../../platform/in-parallel.ts'
import { progress } from '../progress.ts'
import { type MadeProduct, makeProduct } from './product.ts'
import { things } from './words.ts'

const AT_A_TIME = 250
const BATCHES_AT_A_TIME = 2

/** Puts so many products of no real maker into the shop, for measuring; those that are there already stay as they are. */
export async function seedMultitude(count: number): Promise<{ added: number }> {
  const categories = await openCategories()
  const shown = progress('Made-up products', count)
  const firsts = Array.from({ length: Math.ceil(count / AT_A_TIME) }, (_none, index) => index * AT_A_TIME + 1)
  const added = await inParallel(firsts, BATCHES_AT_A_TIME, async (first) => {
    const size = Math.min(AT_A_TIME, count - first + 1)
    const products = Array.from({ length: size }, (_none, index) => makeProduct(first + index))
    const fresh = await save(products, categories)
    shown.step(size)
    return fresh
  })
  shown.end()
  return { added: added.reduce((sum, each) => sum + each, 0) }
}

async function openCategories(): Promise<Map<string, number>> {
  const opened = new Map<string, number>()
  for (const { category } of things) {
    const found = await findCategory(category)
    if (!found) throw new Error(`There is no category ${category}`)
    opened.set(category, found.id)
  }
  return opened
}

function save(products: MadeProduct[], categories: Map<string, number>): Promise<number> {
  const drafts = products.map(({ draft, category }) => ({ ...draft, categoryId: categories.get(category)! }))
  return patientTransaction(async (tx) => {
    await rows('set local synchronous_commit = off', [], tx)
    const saved = await saveProducts(drafts, tx, { listLater: true })
    if (saved.refused) throw new Error(`These SKUs belong to other products: ${saved.skus.join(', ')}`)
    const levels = saved.products.flatMap(({ variants }, index) => {
      const stock = new Map(
        products[index]!.draft.variants.map(({ sku }, place) => [sku, products[index]!.stock[place]!]),
      )
      return variants
        .filter(({ isNew }) => isNew)
        .map(({ id, sku }) => ({ variantId: id, onHand: stock.get(sku)! }))
    })
    await setStocks(tx, levels, { reason: 'opening', actor: 'seed' })
    const turned = saved.products.filter(({ isChanged }) => isChanged)
    await listProducts(
      turned.map(({ id }) => id),
      tx,
    )
    return saved.products.filter(({ isNew }) => isNew).length
  })
}
