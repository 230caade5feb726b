import { rows, type Transaction } from '../platform/database.ts'
import type { ProductDraft } from './product-draft.ts'

/** Writes which products go with others, where the drafts speak of it. */
export async function saveRelated(
  changes: { product: { id: number }; draft: ProductDraft }[],
  tx: Transaction,
): Promise<void> {
  const spoken = changes.filter(({ draft }) => draft.related)
  if (spoken.length === 0) return
  const given = spoken.flatMap(({ product, draft }) =>
    draft.related!.map((slug, position) => ({ productId: product.id, slug, position })),
  )
  await rows(
    `with given as (
       select given."productId", other.id, min(given.position) as position
       from jsonb_to_recordset($given::jsonb) as given("productId" bigint, slug text, position integer)
       join catalogue.products other on other.slug = given.slug and other.id <> given."productId"
       group by given."productId", other.id),
     removed as (
       delete from catalogue.related_products
       where product_id = any($productIds::bigint[]) and (product_id, related_id) not in (select "productId", id from given))
     insert into catalogue.related_products (product_id, related_id, position)
     select "productId", id, position from given
     on conflict (product_id, related_id) do update set position = excluded.position`,
    { given: JSON.stringify(given), productIds: spoken.map(({ product }) => product.id) },
    tx,
  )
}
