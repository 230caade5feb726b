import type { Form } from '../platform/forms.ts'
import { rulesOf } from './countries.ts'

/** What `addresses/_fields` is handed to show the fields of a country's addresses; its examples stand in the form's errors. */
export function fieldsView<Value>(form: Form<Value>, country: string) {
  const { example, region, regions = {}, postcodeIsOptional } = rulesOf(country)
  return {
    form: form.explain({ example, region }),
    country: { code: country, example, region, regions, postcodeIsOptional: Boolean(postcodeIsOptional) },
  }
}
