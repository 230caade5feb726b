import { changeProduct } from './change-product.ts'
import { draftOf } from './draft-of.ts'
import type { OptionDraft, ProductDraft } from './product-draft.ts'

/** An option as staff describe it; `former` is its place before, counted from 0, unless it is new. */
export type OptionEdit = OptionDraft & { former: number | null }

interface Manner {
  /** Variants that have no place among the options any longer may be retired. */
  mayRetire: boolean
}

/**
 * Gives a product these options. A variant keeps its values; of an option that is new it has the first one. Refuses as
 * `changeProduct` does, when variants would be retired and that is not allowed (`skus`), and to leave none.
 */
export function editOptions(productId: number, version: number, options: OptionEdit[], manner: Manner) {
  return changeProduct(productId, version, (whole) => {
    const draft = draftOf(whole)
    const variants = placed(draft.variants, options)
    const skus = draft.variants
      .map(({ sku }) => sku)
      .filter((sku) => !variants.some((one) => one.sku === sku))
    if (variants.length === 0) return { refused: 'no-variant' }
    if (skus.length > 0 && !manner.mayRetire) return { refused: 'retires', skus }
    return { ...draft, options: options.map(({ former: _former, ...option }) => option), variants }
  })
}

/** The variants with a value of each option; one whose value has gone, and a twin of another, have no place. */
function placed(variants: ProductDraft['variants'], options: OptionEdit[]): ProductDraft['variants'] {
  const chosen = variants.flatMap((variant) => {
    const values = options.map(({ former, values }) => {
      const before = former === null ? undefined : variant.values[former]
      return before === undefined ? values[0]?.key : values.find(({ key }) => key === before)?.key
    })
    return values.every((value) => value !== undefined) ? [{ ...variant, values }] : []
  })
  const isFirst = ({ values }: { values: string[] }, index: number) =>
    chosen.findIndex((other) => other.values.join('\n') === values.join('\n')) === index
  return chosen.filter(isFirst)
}
