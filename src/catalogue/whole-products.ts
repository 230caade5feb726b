import { Op } from 'sequelize'
import type { Transaction } from '../platform/database.ts'
import { Product } from './product.ts'
import { type ProductState, readStates } from './product-state.ts'

/** A product with everything that hangs on it, in all languages and currencies. */
export interface WholeProduct extends ProductState {
  product: Product
  /** Ids of the variants that are offered, by SKU. */
  variantIds: Map<string, number>
}

/** The next products after the one with this id, in the order in which they came into the shop. */
export async function productsAfter(id: number, count: number, tx: Transaction): Promise<WholeProduct[]> {
  const found = await Product.findAll({
    where: { id: { [Op.gt]: id } },
    order: ['id'],
    limit: count,
    transaction: tx,
  })
  return withStates(found, tx)
}

/** Those of the products that are there, by their slugs. */
export async function productsNamed(slugs: string[], tx: Transaction): Promise<Map<string, WholeProduct>> {
  const found = await Product.findAll({ where: { slug: slugs }, transaction: tx })
  return new Map((await withStates(found, tx)).map((whole) => [whole.product.slug, whole]))
}

async function withStates(products: Product[], tx: Transaction): Promise<WholeProduct[]> {
  if (products.length === 0) return []
  const states = await readStates(
    products.map(({ id }) => id),
    tx,
  )
  return products.map((product) => {
    const { now, variants } = states.get(product.id)!
    return { product, ...now, variantIds: new Map(variants.map(({ sku, id }) => [sku, id])) }
  })
}

export async function countProducts(tx: Transaction): Promise<number> {
  return Product.count({ transaction: tx })
}
