import { rows, type Transaction } from '../platform/database.ts'
import type { TaxRate } from './tax.ts'

/** Creates or changes tax rates, in parts per million. */
export async function saveTaxRates(
  tx: Transaction,
  rates: { country: string; taxClass: string; rate: TaxRate }[],
): Promise<void> {
  await rows(
    `insert into pricing.tax_rates (country, tax_class, parts_per_million)
     select given.country, given."taxClass", given.rate
     from jsonb_to_recordset($rates) as given (country text, "taxClass" text, rate integer)
     on conflict (country, tax_class) do update set parts_per_million = excluded.parts_per_million`,
    { rates: JSON.stringify(rates) },
    tx,
  )
}
