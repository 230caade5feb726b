import { rows } from '../platform/database.ts'
import { portion } from './rounding.ts'

const MILLION = 1_000_000

/** A tax rate in parts per million: 190000 is 19 %. */
export type TaxRate = number

/** The tax that an amount contains, when prices include it. */
export function taxWithin(amount: number, rate: TaxRate): number {
  return portion(amount, rate, MILLION + rate)
}

/** The rates of a country by tax class. A country that we collect no tax for has none. */
export async function taxRatesOf(country: string): Promise<Map<string, TaxRate>> {
  const found = await rows<{ taxClass: string; rate: TaxRate }>(
    'select tax_class as "taxClass", parts_per_million as rate from pricing.tax_rates where country = $country',
    { country },
  )
  return new Map(found.map(({ taxClass, rate }) => [taxClass, rate]))
}
