import { z } from 'zod'
import type { WholeProduct } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'

/** A new variant: its SKU, and its value of each option, `choice-1` to `choice-3`. */
export const newVariantForm = z.object({
  version: z.coerce.number('shared.form.wrong').int().positive(),
  'choice-1': z.string().max(100).default(''),
  'choice-2': z.string().max(100).default(''),
  'choice-3': z.string().max(100).default(''),
  sku: z.string().trim().min(1, 'admin.product.sku.missing').max(100, 'shared.form.too-long'),
})

/** The variant that was described; a choice that there is not is taken for the first. */
export function newVariantIn({ value }: Form<z.infer<typeof newVariantForm>>, { options }: WholeProduct) {
  const chosen = [value['choice-1'], value['choice-2'], value['choice-3']]
  const values = options.map((option, index) => {
    const known = option.values.find(({ key }) => key === chosen[index]) ?? option.values[0]!
    return known.key
  })
  return { sku: value.sku, values }
}

/** What all SKUs of a product begin with, to begin new ones with it. */
export function skuBeginning({ variants }: Pick<WholeProduct, 'variants'>): string {
  const [first = '', ...others] = variants.map(({ sku }) => sku)
  const parts = first.split('-')
  const shared = parts.filter((_part, index) => {
    const beginning = parts.slice(0, index + 1).join('-')
    return others.every((sku) => sku === beginning || sku.startsWith(`${beginning}-`))
  })
  return (others.length > 0 ? shared.join('-') : first) || first
}

/** `MUG` with the values `oat`, `Large one` is `MUG-OAT-LARGE-ONE`. */
export function skuOf(beginning: string, values: string[]): string {
  const parts = values.map((value) =>
    value
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  )
  return [beginning, ...parts].join('-').slice(0, 100)
}
