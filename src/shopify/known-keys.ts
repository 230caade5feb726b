import type { WholeProduct } from '../catalogue/index.ts'
import type { ImportedProduct } from './read-product.ts'

/**
 * The options of the product under the keys that they have in the shop: a value that a known SKU has keeps its key,
 * so that a file in another language, or with another word, gives it another label.
 */
export function knownKeys({ draft, variants }: ImportedProduct, whole: WholeProduct | undefined) {
  const had = new Map(whole?.variants.map(({ sku, values }) => [sku, values]))
  const keys = draft.options.map((option, index) => {
    const known = new Map<string, string>()
    for (const { draft: variant } of variants) {
      const key = had.get(variant.sku)?.[index]
      if (key !== undefined && !known.has(variant.values[index]!)) known.set(variant.values[index]!, key)
    }
    const chosen = option.values.map(({ key }) => known.get(key) ?? key)
    return new Set(chosen).size === chosen.length ? known : new Map<string, string>()
  })
  const keyOf = (index: number, key: string) => keys[index]!.get(key) ?? key
  const options = draft.options.map(({ name, values }, index) => ({
    name,
    values: values.map(({ key, label }) => ({ key: keyOf(index, key), label })),
  }))
  return { options, keyOf }
}
