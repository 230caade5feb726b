import { listProducts } from '../../src/catalogue/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'

const AT_A_TIME = 500

/** Copies of a product with numbers from the first to the last, in the lists too. */
export async function multiply(productId: number, first: number, last: number): Promise<void> {
  for (const ids of await copy(productId, first, last)) await transaction((tx) => listProducts(ids, tx))
}

/** The same copies with their variants and prices, straight into the tables: on show, but in no list. Their ids, by the batch. */
export async function copy(productId: number, first: number, last: number): Promise<number[][]> {
  const batches: number[][] = []
  for (let from = first; from <= last; from += AT_A_TIME) {
    batches.push(await copySome(productId, from, Math.min(from + AT_A_TIME - 1, last)))
  }
  return batches
}

async function copySome(productId: number, first: number, last: number): Promise<number[]> {
  const copies = await rows<{ id: number }>(
    `with product as (
       insert into catalogue.products (slug, category_id, brand, title, summary, description, featured, published_at)
       select slug || '-copy-' || number, category_id, brand, title, summary, description, number % 2 = 0, published_at
       from catalogue.products cross join generate_series($first::integer, $last::integer) as number
       where id = $productId
       returning id, slug),
     variant as (
       insert into catalogue.variants (product_id, sku, position)
       select product.id, product.slug || '-' || original.position, original.position
       from product join catalogue.variants original on original.product_id = $productId
       returning id),
     price as (
       insert into catalogue.prices (variant_id, currency, amount) select id, 'EUR', 1000 + id % 90 from variant)
     select id from product`,
    { productId, first, last },
  )
  return copies.map(({ id }) => id)
}
