import { row, type Transaction, transaction } from '../platform/database.ts'
import type { ProductDraft } from './product-draft.ts'
import { saveProducts } from './save-product.ts'
import { productsNamed, type WholeProduct } from './whole-products.ts'

/** Why a product stays as it is: with the SKU, or the SKUs, that stand against it. */
export interface ProductRefusal {
  refused: 'unknown' | 'changed' | 'sku-taken' | 'twin' | 'retires' | 'no-variant'
  sku?: string
  skus?: string[]
}

type Outcome = ProductRefusal | { refused: undefined; slug: string }

/**
 * Makes of a product what `change` makes of it, for somebody who saw it in this version. Refuses when it was changed
 * meanwhile, when it is not there, and a SKU that is another product's; or as `change` refuses. What `also` writes is
 * written with it.
 */
export function changeProduct(
  productId: number,
  version: number,
  change: (whole: WholeProduct) => ProductDraft | ProductRefusal,
  also?: (tx: Transaction, whole: WholeProduct) => Promise<void>,
): Promise<Outcome> {
  return transaction(async (tx): Promise<Outcome> => {
    const whole = await lockedProduct(productId, tx)
    if (!whole) return { refused: 'unknown' }
    if (whole.product.version !== version) return { refused: 'changed' }
    const draft = change(whole)
    if ('refused' in draft) return draft
    const saved = await saveProducts([draft], tx)
    if (saved.refused) return { refused: 'sku-taken', sku: saved.skus[0]! }
    await also?.(tx, whole)
    return { refused: undefined, slug: draft.slug }
  })
}

/** A product with everything that hangs on it, for its screens; undefined when there is none. */
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

async function lockedProduct(productId: number, tx: Transaction): Promise<WholeProduct | undefined> {
  const locked = await row<{ slug: string }>(
    'select slug from catalogue.products where id = $productId for update',
    { productId },
    tx,
  )
  return locked && (await productsNamed([locked.slug], tx)).get(locked.slug)
}
