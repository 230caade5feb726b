import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import type { PriceDraft, ProductDraft } from './product-draft.ts'
import { saveProducts } from './save-product.ts'
import { slugOf } from './slug.ts'
import type { Texts } from './texts.ts'

/** What has to be known of a product before it can be made. */
export interface NewProduct {
  title: Texts & { en: string }
  categoryId: number
  brand: string
  sku: string
  prices: PriceDraft[]
  /** Made by the form that was shown once; sent twice, it makes one product. */
  key: string
}

/** Makes a product that nobody sees yet, in one variant. Refuses a SKU that is taken. */
export function createProduct({ title, categoryId, brand, sku, prices, key }: NewProduct) {
  return makeProduct(key, title.en, (slug) => ({
    ...{ slug, categoryId, brand, title, summary: {}, description: {}, status: 'draft', published: false },
    options: [],
    variants: [{ sku, values: [], prices }],
  }))
}

/** Makes a product under the first free address that its title gives; under the same key, once. What `also` writes is written with it. */
export function makeProduct(
  key: string,
  title: string,
  draft: (slug: string) => ProductDraft,
  also?: (id: number, tx: Transaction) => Promise<void>,
) {
  return transaction(async (tx) => {
    await oneAtATime(tx, key)
    const made = await row<{ id: number }>(
      'select id from catalogue.products where made_with = $key',
      { key },
      tx,
    )
    if (made) return { refused: undefined, id: made.id }
    const saved = await saveProducts([draft(await freeSlug(title, tx))], tx)
    if (saved.refused) return { refused: 'sku-taken' as const, sku: saved.skus[0]! }
    const { id } = saved.products[0]!
    await rows('update catalogue.products set made_with = $key where id = $id', { id, key }, tx)
    await also?.(id, tx)
    return { refused: undefined, id }
  })
}

/** The address of a title, with a number behind it where others have it or have had it. Nobody else takes it meanwhile. */
async function freeSlug(title: string, tx: Transaction): Promise<string> {
  const wanted = slugOf(title) || 'product'
  await oneAtATime(tx, `catalogue.slug ${wanted}`)
  const taken = await rows<{ slug: string }>(
    `select slug from catalogue.products where slug = $wanted or slug like $numbered
     union all select slug from catalogue.former_slugs where slug = $wanted or slug like $numbered`,
    { wanted, numbered: `${wanted}-%` },
    tx,
  )
  const slugs = new Set(taken.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!slugs.has(slug)) return slug
  }
}
