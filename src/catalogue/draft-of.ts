import type { Currency } from '../platform/money.ts'
import type { ProductDraft } from './product-draft.ts'
import type { WholeProduct } from './whole-products.ts'

/** A product as a draft that would leave it as it is: what somebody wants changed is put over it. */
export function draftOf({ product, options, variants }: WholeProduct): ProductDraft {
  return {
    slug: product.slug,
    categoryId: product.categoryId,
    title: {},
    summary: {},
    description: {},
    published: product.publishedAt ?? false,
    options,
    variants: variants.map(({ sku, values, prices, picture }) => ({
      ...{ sku, values },
      ...(picture !== null && { picture }),
      prices: prices.map(({ currency, amount, compareAt, from, until }) => ({
        ...{ currency: currency as Currency, amount },
        ...(compareAt !== null && { compareAt }),
        ...(from !== null && { from: new Date(from) }),
        ...(until !== null && { until: new Date(until) }),
      })),
    })),
  }
}
