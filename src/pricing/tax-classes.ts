import { rows } from '../platform/database.ts'

/** The classes of goods that have a rate of tax somewhere, by their codes. */
export async function taxClasses(): Promise<string[]> {
  const found = await rows<{ code: string }>(
    'select distinct tax_class as code from pricing.tax_rates order by code',
  )
  return found.map(({ code }) => code)
}
