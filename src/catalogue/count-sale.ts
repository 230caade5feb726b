import { rows, transaction } from '../platform/database.ts'
import { listProducts } from './list-products.ts'

/**
 * Counts goods that were sold, for the order in which lists stand. A sale weighs half as much a month later:
 * popularity is the binary logarithm of all sales, each doubled for every month of its time, so that
 * nothing has to be worked out again as time goes by.
 */
export async function countSale(sold: { variantId: number; quantity: number }[]): Promise<void> {
  await transaction(async (tx) => {
    const products = await rows<{ id: number }>(
      `with sold as (
         select variant.product_id, sum(given.quantity) as quantity
         from unnest($variantIds::bigint[], $quantities::integer[]) as given(variant_id, quantity)
         join catalogue.variants variant on variant.id = given.variant_id
         group by variant.product_id),
       locked as (
         select product.id from catalogue.products product join sold on sold.product_id = product.id
         order by product.id for update of product)
       update catalogue.products product
       set popularity = ln(power(2::float8, product.popularity)
         + sold.quantity * power(2::float8, extract(epoch from now())::float8 / 2592000)) / ln(2::float8)
       from sold join locked on locked.id = sold.product_id
       where product.id = sold.product_id returning product.id`,
      {
        variantIds: sold.map(({ variantId }) => variantId),
        quantities: sold.map(({ quantity }) => quantity),
      },
      tx,
    )
    await listProducts(
      products.map(({ id }) => id),
      tx,
    )
  })
}
