import { rows, type Transaction, transaction } from '../platform/database.ts'
import { listProducts } from './list-products.ts'

const AT_A_TIME = 200

/** Lists every product of a category and of its parts again, some at a time. */
export async function listCategory({ categoryId }: { categoryId: number }): Promise<void> {
  let after: number | undefined = 0
  while (after !== undefined) after = await listSome(categoryId, after)
}

/** The ids of so many products of a category and of its parts, those that follow after this one. */
export async function productsBelow(
  wanted: { categoryId: number; after: number; count: number },
  tx: Transaction,
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select product.id
     from catalogue.categories moved
     join catalogue.categories category on starts_with(category.path || '/', moved.path || '/')
     join catalogue.products product on product.category_id = category.id
     where moved.id = $categoryId and product.id > $after
     order by product.id limit $count`,
    wanted,
    tx,
  )
  return found.map(({ id }) => id)
}

function listSome(categoryId: number, after: number): Promise<number | undefined> {
  return transaction(async (tx) => {
    const products = await productsBelow({ categoryId, after, count: AT_A_TIME }, tx)
    await listProducts(products, tx)
    return products.length === AT_A_TIME ? products.at(-1) : undefined
  })
}
