import type { ProductDraft } from './product-draft.ts'

/** @throws Error for drafts that contradict themselves or each other: a fault of the code that made them. */
export function checkDrafts(drafts: ProductDraft[]): void {
  for (const draft of drafts) {
    const fault = faultOf(draft)
    if (fault) throw new Error(`The draft of ${draft.slug} ${fault}`)
  }
  if (hasTwins(drafts.map(({ slug }) => slug))) throw new Error('Two drafts are of the same product')
  if (hasTwins(drafts.flatMap(({ variants }) => variants.map(({ sku }) => sku)))) {
    throw new Error('Two drafts name the same SKU')
  }
}

function faultOf({ options, variants, pictures }: ProductDraft): string | undefined {
  const isChoice = (values: string[]) =>
    values.length === options.length &&
    options.every((option, index) => option.values.some(({ key }) => key === values[index]))
  if (variants.length === 0) return 'has no variant'
  if (options.length > 3) return 'has more than three options'
  if (hasTwins(variants.map(({ sku }) => sku))) return 'names a SKU twice'
  if (hasTwins(variants.map(({ values }) => values.join('\n'))))
    return 'has two variants with the same options'
  if (!variants.every(({ values }) => isChoice(values))) return 'has a variant with an unknown option'
  const isShown = (picture?: number) => picture === undefined || pictures?.[picture]
  if (!variants.every(({ picture }) => isShown(picture))) return 'has a variant with an unknown picture'
  return undefined
}

function hasTwins(names: string[]): boolean {
  return new Set(names).size < names.length
}
