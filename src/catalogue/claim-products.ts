import { rows, type Transaction } from '../platform/database.ts'
import { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import { mergeTexts } from './texts.ts'

/** A product that is nobody else's until the transaction ends. */
export interface Claim {
  product: Product
  isNew: boolean
}

/** Claims the products of those slugs, new or known; they are given by their slugs. New ones are numbered in the order of the drafts. */
export async function claimProducts(drafts: ProductDraft[], tx: Transaction): Promise<Map<string, Claim>> {
  const given = drafts.map(({ slug, categoryId, title }, place) => ({
    ...{ slug, categoryId, place },
    title: mergeTexts(undefined, title),
  }))
  const added = await rows<{ id: number }>(
    `with numbered as materialized (
       select slug, "categoryId", title,
         nextval(pg_get_serial_sequence('catalogue.products', 'id')) as id
       from (
         select * from jsonb_to_recordset($given::jsonb) as draft(
           slug text, "categoryId" bigint, title jsonb, place integer)
         where not exists (select from catalogue.products known where known.slug = draft.slug)
         order by place) fresh)
     insert into catalogue.products (id, slug, category_id, title) overriding system value
     select id, slug, "categoryId", title from numbered order by slug
     on conflict (slug) do nothing
     returning id`,
    { given: JSON.stringify(given) },
    tx,
  )
  const isNew = new Set(added.map(({ id }) => id))
  const products = await Product.findAll({
    where: { slug: given.map(({ slug }) => slug) },
    order: ['slug'],
    lock: true,
    transaction: tx,
  })
  return new Map(products.map((product) => [product.slug, { product, isNew: isNew.has(product.id) }]))
}
