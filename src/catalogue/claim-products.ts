import { rows, type Transaction } from '../platform/database.ts'
import { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import { mergeTexts } from './texts.ts'

/** A product that is nobody else's until the transaction ends. */
export interface Claim {
  product: Product
  isNew: boolean
}

/** Claims the products of those slugs, new or known; they are given by their slugs. */
export async function claimProducts(drafts: ProductDraft[], tx: Transaction): Promise<Map<string, Claim>> {
  const given = drafts.map(({ slug, categoryId, title }) => ({
    slug,
    categoryId,
    title: mergeTexts(undefined, title),
  }))
  const claimed = await rows<{ id: number; isNew: boolean }>(
    `insert into catalogue.products (slug, category_id, title)
     select slug, "categoryId", title
     from jsonb_to_recordset($given::jsonb) as draft(slug text, "categoryId" bigint, title jsonb)
     order by slug
     on conflict (slug) do update set slug = excluded.slug
     returning id, xmax = 0 as "isNew"`,
    { given: JSON.stringify(given) },
    tx,
  )
  const isNew = new Map(claimed.map((claim) => [claim.id, claim.isNew]))
  const products = await Product.findAll({ where: { id: [...isNew.keys()] }, transaction: tx })
  return new Map(products.map((product) => [product.slug, { product, isNew: isNew.get(product.id)! }]))
}
