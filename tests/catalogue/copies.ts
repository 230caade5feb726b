import { rows } from '../../src/platform/database.ts'

const AT_A_TIME = 1_000

/** Copies of a product with its variants and prices, straight into the tables: on show, but in no list. */
export async function copy(productId: number, first: number, last: number): Promise<void> {
  for (let from = first; from <= last; from += AT_A_TIME) {
    await copySome(productId, from, Math.min(from + AT_A_TIME - 1, last))
  }
}

async function copySome(productId: number, first: number, last: number): Promise<void> {
  await rows(
    `with product as (
       insert into catalogue.products (slug, category_id, brand, title, summary, description, published_at)
       select slug || '-copy-' || number, category_id, brand, title, summary, description, published_at
       from catalogue.products cross join generate_series($first::integer, $last::integer) as number
       where id = $productId
       returning id, slug),
     variant as (
       insert into catalogue.variants (product_id, sku, position)
       select product.id, product.slug || '-' || original.position, original.position
       from product join catalogue.variants original on original.product_id = $productId
       returning id)
     insert into catalogue.prices (variant_id, currency, amount) select id, 'EUR', 1000 + id % 90 from variant`,
    { productId, first, last },
  )
}
