import { row, type Transaction, transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import { draftOf } from './draft-of.ts'
import type { ProductDraft } from './product-draft.ts'
import { saveProducts } from './save-product.ts'
import { productsNamed, type WholeProduct } from './whole-products.ts'

/** What staff change of a product on its screen. */
export type ProductEdit = Required<
  Pick<ProductDraft, 'brand' | 'title' | 'summary' | 'description' | 'status'>
> & {
  /** Since when it is on show, or not at all. */
  published: Date | false
  withdrawn: Date | null
  /** The price that always holds, by SKU and currency; amounts in minor units. Others stay as they are. */
  prices: { sku: string; currency: Currency; amount: number; compareAt?: number | undefined }[]
}

/**
 * Makes a product what somebody has typed who saw it in this version. Refuses when it was changed meanwhile (with how it
 * is now, so that nothing of either is lost), and when it is not there.
 */
export function editProduct(productId: number, version: number, edit: ProductEdit) {
  return transaction(async (tx) => {
    const locked = await row<{ slug: string; version: number }>(
      'select slug, version from catalogue.products where id = $productId for update',
      { productId },
      tx,
    )
    if (!locked) return { refused: 'unknown' as const }
    const whole = (await productsNamed([locked.slug], tx)).get(locked.slug)!
    if (locked.version !== version) return { refused: 'changed' as const }
    const saved = await saveProducts([withEdit(draftOf(whole), edit)], tx)
    if (saved.refused) throw new Error(`Product ${productId} was refused: ${saved.refused}`)
    return { slug: locked.slug, refused: undefined }
  })
}

function withEdit(draft: ProductDraft, { prices, ...edit }: ProductEdit): ProductDraft {
  return {
    ...draft,
    ...edit,
    variants: draft.variants.map((variant) => ({
      ...variant,
      prices: [
        ...variant.prices.filter(
          (price) =>
            price.from !== undefined ||
            !prices.some(({ sku, currency }) => sku === variant.sku && currency === price.currency),
        ),
        ...prices.filter(({ sku }) => sku === variant.sku).map(({ sku: _sku, ...price }) => price),
      ],
    })),
  }
}

/** A product with everything that hangs on it, for its screen; undefined when there is none. */
export function productToEdit(productId: number): Promise<WholeProduct | undefined> {
  return transaction(async (tx) => {
    const found = await row<{ slug: string }>(
      'select slug from catalogue.products where id = $productId',
      { productId },
      tx,
    )
    return found && (await productsNamed([found.slug], tx)).get(found.slug)
  })
}

/** How a product is, as the audit log keeps it. Locks it. */
export async function productStateOf(tx: Transaction, productId: number): Promise<object | undefined> {
  await row('select from catalogue.products where id = $productId for update', { productId }, tx)
  return row<{ title: Localised }>(
    `select slug, title, brand, status, published_at as "publishedAt", withdrawn_at as "withdrawnAt", version,
       (select jsonb_object_agg(variant.sku || ' ' || price.currency, price.amount)
        from catalogue.prices price join catalogue.variants variant on variant.id = price.variant_id
        where variant.product_id = product.id and price.valid_from = '-infinity') as prices
     from catalogue.products product where id = $productId`,
    { productId },
    tx,
  )
}
