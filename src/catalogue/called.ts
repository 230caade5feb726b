import { rows, type Transaction } from '../platform/database.ts'

/** The products that are called so, by their addresses or the SKUs of their variants, and what nothing is called. */
export async function productsCalled(names: string[], tx?: Transaction) {
  const found = await rows<{ name: string; id: number | null }>(
    `select called.name, coalesce(
       (select id from catalogue.products where slug = lower(called.name)),
       (select product_id from catalogue.variants where lower(sku) = lower(called.name) and retired_at is null limit 1)) as id
     from unnest($names::text[]) as called(name)`,
    { names },
    tx,
  )
  return {
    productIds: [...new Set(found.flatMap(({ id }) => (id === null ? [] : [id])))],
    unknown: found.filter(({ id }) => id === null).map(({ name }) => name),
  }
}

/** The variants with these SKUs, by the SKU in small letters. */
export async function variantsCalled(skus: string[]): Promise<Map<string, number>> {
  const found = await rows<{ sku: string; id: number }>(
    `select lower(sku) as sku, id from catalogue.variants
     where lower(sku) in (select lower(called) from unnest($skus::text[]) as called) and retired_at is null`,
    { skus },
  )
  return new Map(found.map(({ sku, id }) => [sku, id]))
}

/** The last parts of the addresses of products. */
export async function slugsOf(productIds: number[]): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    'select slug from catalogue.products where id = any($productIds::bigint[]) order by slug',
    { productIds },
  )
  return found.map(({ slug }) => slug)
}
