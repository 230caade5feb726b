import type { Currency } from '../platform/money.ts'
import { changeProduct } from './change-product.ts'
import { draftOf } from './draft-of.ts'
import type { ProductDraft } from './product-draft.ts'

/** What staff change of a product on its first screen. */
export type ProductEdit = Required<
  Pick<ProductDraft, 'brand' | 'title' | 'summary' | 'description' | 'status' | 'categoryId'>
> & {
  /** Since when it is on show, or not at all. */
  published: Date | false
  withdrawn: Date | null
  /** The price that always holds, by SKU and currency; amounts in minor units. Others stay as they are. */
  prices: { sku: string; currency: Currency; amount: number; compareAt?: number | undefined }[]
}

/** Makes a product's texts, prices and days what somebody has typed. Refuses as `changeProduct` does. */
export function editProduct(productId: number, version: number, edit: ProductEdit) {
  return changeProduct(productId, version, (whole) => withEdit(draftOf(whole), edit))
}

function withEdit(draft: ProductDraft, { prices, ...edit }: ProductEdit): ProductDraft {
  return { ...withPrices(draft, prices), ...edit }
}

/** The draft with these prices in place of those that always hold in the same currencies. */
export function withPrices(draft: ProductDraft, prices: ProductEdit['prices']): ProductDraft {
  return {
    ...draft,
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
