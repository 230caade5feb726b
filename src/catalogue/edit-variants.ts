import { changeProduct } from './change-product.ts'
import { draftOf } from './draft-of.ts'
import type { VariantDraft } from './product-draft.ts'
import type { WholeProduct } from './whole-products.ts'

/** What staff change of a variant; its SKU names it and stays. */
export type VariantEdit = Required<Pick<VariantDraft, 'sku' | 'barcode' | 'weightGrams' | 'taxClass'>> & {
  /** Which of the product's pictures shows it, counted from 0; null is none. */
  picture: number | null
  /** Whether it is offered at all from now on. */
  isOffered: boolean
}

/** Makes the variants what somebody has typed. Refuses as `changeProduct` does, and to leave none. */
export function editVariants(productId: number, version: number, edits: VariantEdit[]) {
  return changeProduct(productId, version, (whole) => {
    const draft = draftOf(whole)
    const variants = draft.variants.flatMap((variant) => {
      const edit = edits.find(({ sku }) => sku === variant.sku)
      if (!edit) return [variant]
      const { isOffered, picture, ...values } = edit
      const { picture: _former, ...kept } = variant
      return isOffered ? [{ ...kept, ...values, ...(picture !== null && { picture }) }] : []
    })
    if (variants.length === 0) return { refused: 'no-variant' }
    return { ...draft, variants, pictures: whole.pictures.map(pictureDraft) }
  })
}

/** A new variant, as somebody describes it: its value of each option, in their order. */
export type NewVariant = Pick<VariantDraft, 'sku' | 'values'>

/**
 * Adds variants, with what the first one costs, weighs and is taxed by. Refuses as `changeProduct` does, and a choice or
 * a SKU of this product that there is already.
 */
export function addVariants(productId: number, version: number, added: NewVariant[]) {
  return changeProduct(productId, version, (whole) => {
    const draft = draftOf(whole)
    const twin = added.find(({ values }) => draft.variants.some((one) => isSame(one.values, values)))
    if (twin) return { refused: 'twin', sku: twin.sku }
    const taken = added.find(({ sku }) => draft.variants.some((one) => one.sku === sku))
    if (taken) return { refused: 'sku-taken', sku: taken.sku }
    const model = whole.variants[0]!
    const prices = draft.variants[0]!.prices.filter(({ from }) => from === undefined)
    const { weightGrams, taxClass } = model
    return {
      ...draft,
      variants: [...draft.variants, ...added.map((one) => ({ ...one, weightGrams, taxClass, prices }))],
    }
  })
}

/** The choices of its options of which the product has no variant yet, in their order. */
export function missingChoices({
  options,
  variants,
}: Pick<WholeProduct, 'options' | 'variants'>): string[][] {
  const all = options.reduce<string[][]>(
    (choices, { values }) => choices.flatMap((choice) => values.map(({ key }) => [...choice, key])),
    [[]],
  )
  return all.filter((choice) => !variants.some(({ values }) => isSame(values, choice)))
}

export function pictureDraft({ source, alt, ...stored }: WholeProduct['pictures'][number]) {
  return { stored, alt, ...(source !== null && { source }) }
}

function isSame(some: string[], others: string[]): boolean {
  return some.join('\n') === others.join('\n')
}
