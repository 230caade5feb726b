import { rows, type Transaction } from '../platform/database.ts'
import { listProducts } from './list-products.ts'
import type { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import type { ProductState } from './product-state.ts'
import { saveOptions } from './save-options.ts'
import { savePictures } from './save-pictures.ts'
import { saveRelated } from './save-related.ts'
import { saveValues } from './save-values.ts'
import { saveVariants } from './save-variants.ts'

/** A product that says something new, and everything that is to hang on it. */
export interface Change {
  product: Product
  draft: ProductDraft
  wanted: ProductState
}

/**
 * Writes the products with all that hangs on them. Gives the SKUs that are other products', else the variants.
 * Whoever saves stock after them may list them later, when it is known what there is.
 */
export async function writeChanges(changes: Change[], tx: Transaction, { listLater = false } = {}) {
  if (changes.length === 0) return { taken: [], variants: [] }
  const productIds = changes.map(({ product }) => product.id)
  const hanging = changes.map(({ product, wanted }) => hangOn(product.id, wanted))
  await saveRows(changes, tx)
  await saveOptions(
    productIds,
    hanging.flatMap(({ options }) => options),
    tx,
  )
  await savePictures(
    productIds,
    hanging.flatMap(({ pictures }) => pictures),
    tx,
  )
  const outcome = await saveVariants(
    productIds,
    hanging.flatMap(({ variants }) => variants),
    tx,
  )
  if (outcome.taken.length > 0) return outcome
  await saveValues(changes, tx)
  await saveRelated(changes, tx)
  if (!listLater) await listProducts(productIds, tx)
  return outcome
}

function hangOn(productId: number, { options, pictures, variants }: ProductState) {
  return {
    options: options.map((option, index) => ({ ...option, productId, number: index + 1 })),
    pictures: pictures.map((picture, position) => ({ ...picture, productId, position })),
    variants: variants.map((variant, position) => ({ ...variant, productId, position })),
  }
}

/** The products' own rows are there since they were claimed: one statement gives all of them what they are to say. */
async function saveRows(changes: Change[], tx: Transaction): Promise<void> {
  await rows(
    `update catalogue.products product set category_id = said."categoryId", brand = said.brand, title = said.title,
       summary = said.summary, description = said.description, specification = said.specification,
       featured = said.featured, type = said.type, taxonomy = said.taxonomy, tags = said.tags,
       seo_title = said."seoTitle", seo_description = said."seoDescription", accessibility = said.accessibility,
       status = said.status, published_at = said."publishedAt", withdrawn_at = said."withdrawnAt",
       version = said.version, updated_at = now()
     from jsonb_to_recordset($said::jsonb) as said(id bigint, "categoryId" bigint, brand text, title jsonb,
       summary jsonb, description jsonb, specification jsonb, featured boolean, type text, taxonomy text, tags text[],
       "seoTitle" jsonb, "seoDescription" jsonb, accessibility jsonb, status text, "publishedAt" timestamptz,
       "withdrawnAt" timestamptz, version integer)
     where product.id = said.id and product.id = any($ids::bigint[])`,
    {
      said: JSON.stringify(changes.map(({ product }) => product)),
      ids: changes.map(({ product }) => product.id),
    },
    tx,
  )
}
