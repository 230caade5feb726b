import { z } from 'zod'
import type { OptionEdit, WholeProduct } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'

const MOST_OPTIONS = 3
const MOST_VALUES = 60

/** Fields of up to three options, numbered from 1: their names, their values, and new values, one a line. */
export const optionsForm = z
  .object({ version: z.coerce.number('shared.form.wrong').int().positive() })
  .catchall(z.string().max(5_000, 'shared.form.too-long'))

/** What stands in the fields of a product's options. */
export function optionsGiven({ options }: WholeProduct): Record<string, string> {
  const fields = options.flatMap(({ name, values }, index) => [
    ...(['en', 'de'] as const).map((locale) => [`name-${index + 1}-${locale}`, name[locale] ?? '']),
    ...values.flatMap(({ label }, place) =>
      (['en', 'de'] as const).map((locale) => [`value-${index + 1}-${place}-${locale}`, label[locale] ?? '']),
    ),
  ])
  return Object.fromEntries(fields)
}

/** The options that a form asks for; or the form with what is wrong with them. */
export function optionEdits<Value>(form: Form<Value>, whole: WholeProduct) {
  let checked = form
  const options: OptionEdit[] = []
  for (let number = 1; number <= MOST_OPTIONS; number++) {
    if (form.text(`gone-${number}`) === 'yes') continue
    const option = optionIn(form, number, whole)
    const isBlank = !option.name.en && option.values.length === 0
    if (isBlank) continue
    const fault = faultOf(option)
    if (fault) checked = checked.refuse(fault.key, fault.values, `${fault.field}-${number}${fault.of}`)
    options.push(option)
  }
  return { form: checked, options }
}

function optionIn<Value>(form: Form<Value>, number: number, { options }: WholeProduct): OptionEdit {
  const known = options[number - 1]
  const kept = (known?.values ?? []).flatMap(({ key }, place) => {
    const label = textsIn(form, `value-${number}-${place}`)
    return form.text(`gone-${number}-${place}`) === 'yes' || !label.en ? [] : [{ key, label }]
  })
  const fresh = form
    .text(`new-${number}`)
    .split('\n')
    .map((line) => line.split('/').map((part) => part.trim()))
    .filter(([en]) => en)
    .map(([en, de]) => ({
      key: en!.slice(0, 100),
      label: { en: en!.slice(0, 100), de: (de ?? '').slice(0, 100) },
    }))
  return {
    former: known ? number - 1 : null,
    name: textsIn(form, `name-${number}`),
    values: [...kept, ...fresh],
  }
}

function textsIn<Value>(form: Form<Value>, field: string) {
  return {
    en: form.text(`${field}-en`).trim().slice(0, 100),
    de: form.text(`${field}-de`).trim().slice(0, 100),
  }
}

function faultOf({ name, values }: OptionEdit) {
  const labels = values.flatMap(({ label, key }) => [
    ...new Set([label.en!.toLowerCase(), key.toLowerCase()]),
  ])
  const twin = labels.find((label, index) => labels.indexOf(label) !== index)
  if (!name.en) return { key: 'admin.option.name.missing', values: {}, field: 'name', of: '-en' }
  if (values.length === 0) return { key: 'admin.option.values.missing', values: {}, field: 'new', of: '' }
  if (values.length > MOST_VALUES)
    return { key: 'admin.option.values.many', values: { most: MOST_VALUES }, field: 'new', of: '' }
  if (twin) return { key: 'admin.option.values.twin', values: { value: twin }, field: 'new', of: '' }
  return undefined
}
