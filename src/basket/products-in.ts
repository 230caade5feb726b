import { productsOfVariants } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { rows } from '../platform/database.ts'

/** Which products are in the owner's basket, the one that was put there first leading. */
export async function productsIn(owner: Owner | undefined): Promise<number[]> {
  if (!owner) return []
  const lines = await rows<{ variantId: number }>(
    `select line.variant_id as "variantId"
     from basket.baskets basket join basket.basket_lines line on line.basket_id = basket.id
     where basket.visitor_id = $visitorId and basket.state = 'open' order by line.added_at, line.variant_id`,
    { visitorId: owner.visitorId },
  )
  if (lines.length === 0) return []
  const variantIds = lines.map(({ variantId }) => variantId)
  const products = await productsOfVariants(variantIds)
  return [...new Set(variantIds.flatMap((id) => products.get(id) ?? []))]
}
