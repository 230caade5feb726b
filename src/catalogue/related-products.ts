import { rows } from '../platform/database.ts'
import { findLeaders } from '../search/index.ts'
import type { Locality } from './locality.ts'

const SHOWN = 4

/** Where a product stands: its category, and the one that this is a part of. */
export interface Place {
  categoryId: number
  parentId: number | null
}

/**
 * What goes with a product: what somebody has chosen by hand, filled up with what leads its category and then the one
 * above. All of it is on show and has a price; what can be bought stands first.
 */
export async function relatedProducts(
  product: Place & { id: number },
  locality: Locality,
): Promise<number[]> {
  const [chosen, leading] = await Promise.all([
    chosenByHand(product.id, locality),
    leadersOf(product, SHOWN * 2 + 1, locality),
  ])
  return [...new Set([...chosen, ...leading])].filter((id) => id !== product.id).slice(0, SHOWN)
}

/** The products that lead a category, and after them those that lead the one above; what is sold out stands last. */
export async function leadersOf(place: Place, count: number, locality: Locality): Promise<number[]> {
  const { categoryId, parentId } = place
  const shelves = parentId === null ? [categoryId] : [categoryId, parentId]
  return (await findLeaders({ shelves, count, ...locality })).slice(0, count)
}

async function chosenByHand(productId: number, { currency }: Locality): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select other.id
     from catalogue.related_products related
     join catalogue.products other on other.id = related.related_id
     join catalogue.offers offer on offer.product_id = other.id and offer.currency = $currency
     where related.product_id = $productId and catalogue.is_on_show(other.published_at, other.withdrawn_at)
     order by exists (
       select from catalogue.variants variant
       join inventory.availability stock on stock.variant_id = variant.id and stock.available > 0
       where variant.product_id = other.id and variant.retired_at is null) desc, related.position
     limit ${SHOWN}`,
    { productId, currency },
  )
  return found.map(({ id }) => id)
}
