import { rows } from '../platform/database.ts'

/** Which variants and products these SKUs belong to, by SKU; also those that are offered no more. */
export async function findOwners(skus: string[]): Promise<Map<string, { variantId: number; slug: string }>> {
  const found = await rows<{ sku: string; variantId: number; slug: string }>(
    `select variant.sku, variant.id as "variantId", product.slug
     from catalogue.variants variant join catalogue.products product on product.id = variant.product_id
     where variant.sku = any($skus::text[])`,
    { skus },
  )
  return new Map(found.map(({ sku, ...owner }) => [sku, owner]))
}

/** Which products these variants are of, by the variant; unknown ones are left out. */
export async function productsOfVariants(variantIds: number[]): Promise<Map<number, number>> {
  const found = await rows<{ id: number; productId: number }>(
    'select id, product_id as "productId" from catalogue.variants where id = any($variantIds::bigint[])',
    { variantIds },
  )
  return new Map(found.map(({ id, productId }) => [id, productId]))
}
