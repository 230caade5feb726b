import { rows, type Transaction, transaction } from '../platform/database.ts'
import { draftOf } from './draft-of.ts'
import type { ProductDraft } from './product-draft.ts'
import { saveProducts } from './save-product.ts'
import { productsNamed } from './whole-products.ts'

/** What is done to many products at once. */
export const turns = ['show', 'hide', 'archive'] as const
export type Turn = (typeof turns)[number] | { categoryId: number }

/** Does to each of the products what is to be done to all: what is on show already keeps its day. Those that are not there are left out. */
export function turnProducts(productIds: number[], turn: Turn) {
  return transaction(async (tx) => {
    const found = await rows<{ slug: string }>(
      'select slug from catalogue.products where id = any($productIds::bigint[]) order by slug for update',
      { productIds },
      tx,
    )
    const wholes = await productsNamed(
      found.map(({ slug }) => slug),
      tx,
    )
    const saved = await saveProducts(
      [...wholes.values()].map((whole) => turned(draftOf(whole), turn)),
      tx,
    )
    if (saved.refused) throw new Error(`Products were refused: ${saved.refused}`)
    return { count: saved.products.length }
  })
}

function turned(draft: ProductDraft, turn: Turn): ProductDraft {
  if (typeof turn === 'object') return { ...draft, ...turn }
  if (turn === 'show')
    return { ...draft, status: 'active', published: draft.published || true, withdrawn: null }
  return { ...draft, published: false, ...(turn === 'archive' && { status: 'archived' as const }) }
}

/** How the products are that are turned, as the audit log keeps it. Locks them. */
export function turnedState(tx: Transaction, productIds: number[]): Promise<object[]> {
  return rows(
    `select slug, status, published_at as "publishedAt", category_id as "categoryId" from catalogue.products
     where id = any($productIds::bigint[]) order by slug for update`,
    { productIds },
    tx,
  )
}

/** The products with these ids by their titles, to be asked about. */
export function productsToTurn(
  productIds: number[],
): Promise<{ id: number; title: string; isOnShow: boolean }[]> {
  return rows(
    `select id, title ->> 'en' as title, catalogue.is_on_show(published_at, withdrawn_at) as "isOnShow"
     from catalogue.products where id = any($productIds::bigint[]) order by id desc`,
    { productIds },
  )
}
