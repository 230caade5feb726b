import { row, rows } from '../platform/database.ts'
import type { Locality } from './locality.ts'
import { popularProducts } from './popular-products.ts'
import { leadersOf, type Place, relatedProducts } from './related-products.ts'

/** Which of these products are on show, have a price and can be bought at once or later, in their order. */
export async function sellableAmong(productIds: number[], { currency }: Locality): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select product.id
     from unnest($productIds::bigint[]) with ordinality as wanted(id, place)
     join catalogue.products product on product.id = wanted.id
     join catalogue.offers offer on offer.product_id = product.id and offer.currency = $currency
     where catalogue.is_on_show(product.published_at, product.withdrawn_at) and exists (
       select from catalogue.variants variant
       join inventory.availability stock on stock.variant_id = variant.id and stock.available > 0
       where variant.product_id = product.id and variant.retired_at is null)
     order by wanted.place`,
    { productIds, currency },
  )
  return found.map(({ id }) => id)
}

/** What people buy: near a product, in its category and the one above, and then anywhere. */
export async function soughtAround(
  productId: number | undefined,
  count: number,
  locality: Locality,
): Promise<number[]> {
  const place = productId === undefined ? undefined : await placeOf(productId)
  const [near, anywhere] = await Promise.all([
    place ? leadersOf(place, count, locality) : [],
    popularProducts(count, locality),
  ])
  return [...new Set([...near, ...anywhere])]
}

/** What the page of a product shows beside it anyway. */
export async function shownBeside(productId: number, locality: Locality): Promise<number[]> {
  const place = await placeOf(productId)
  return place ? relatedProducts({ ...place, id: productId }, locality) : []
}

function placeOf(productId: number): Promise<Place | undefined> {
  return row<Place>(
    `select product.category_id as "categoryId", category.parent_id as "parentId"
     from catalogue.products product join catalogue.categories category on category.id = product.category_id
     where product.id = $productId`,
    { productId },
  )
}

/** How many products are on show. */
export async function countOnShow(): Promise<number> {
  const counted = await row<{ count: number }>(
    `select count(*)::integer as count from catalogue.products
     where catalogue.is_on_show(published_at, withdrawn_at)`,
  )
  return counted!.count
}
