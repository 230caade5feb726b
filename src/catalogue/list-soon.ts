import { rows, type Transaction } from '../platform/database.ts'
import { listProducts } from './list-products.ts'

/** More products than that are listed by the worker, within a minute. */
const AT_ONCE = 200

/** Works out again what lists show of the products: at once, or by the clock where they are many. */
export async function listSoon(productIds: number[], tx: Transaction): Promise<void> {
  const turned = await rows<{ id: number }>(
    'update catalogue.products set turns_at = now() where id = any($productIds::bigint[]) returning id',
    { productIds },
    tx,
  )
  if (turned.length <= AT_ONCE)
    await listProducts(
      turned.map(({ id }) => id).sort((a, b) => a - b),
      tx,
    )
}
