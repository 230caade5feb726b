import { z } from 'zod'
import type { VariantEdit, WholeProduct } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'

/** A row of fields for each variant, numbered in their order: `barcode-0`. */
export const variantsForm = z
  .object({ version: z.coerce.number('shared.form.wrong').int().positive() })
  .catchall(z.string().max(100, 'shared.form.too-long'))

/** What stands in the fields of a product's variants. */
export function variantsGiven({ variants }: WholeProduct): Record<string, string> {
  const rows = variants.flatMap(({ barcode, weightGrams, taxClass, picture }, index) => [
    [`offered-${index}`, 'yes'],
    [`barcode-${index}`, barcode ?? ''],
    [`weight-${index}`, weightGrams ? String(weightGrams) : ''],
    [`tax-${index}`, taxClass],
    [`picture-${index}`, picture === null ? '' : String(picture)],
  ])
  return Object.fromEntries(rows)
}

/** The change that a form asks for; or the form with what is wrong with its weights. */
export function variantEdits<Value>(
  form: Form<Value>,
  whole: WholeProduct,
): { form: Form<Value>; edits: VariantEdit[] } {
  const rows = whole.variants.map(({ sku, taxClass }, index) => {
    const weight = form.text(`weight-${index}`).trim()
    const picture = form.text(`picture-${index}`)
    return {
      ...{ sku, weight, name: `weight-${index}` },
      barcode: form.text(`barcode-${index}`).trim(),
      taxClass: form.text(`tax-${index}`) || taxClass,
      picture: whole.pictures[Number(picture)] && picture !== '' ? Number(picture) : null,
      isOffered: form.text(`offered-${index}`) === 'yes',
    }
  })
  const checked = rows
    .filter(({ weight }) => !/^\d{0,7}$/.test(weight))
    .reduce((told, { name }) => told.refuse('admin.variant.weight.wrong', {}, name), form)
  return {
    form: checked,
    edits: rows.map(({ weight, name: _name, ...row }) => ({ ...row, weightGrams: Number(weight) || 0 })),
  }
}
