import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import type { TaxRate } from './tax.ts'

/** Countries where prices mean the same: with their tax in them, or without. */
export interface Market {
  code: string
  name: Localised
  taxIncluded: boolean
  countries: string[]
}

/** Creates or changes markets; a country that was in another one moves. */
export async function saveMarkets(tx: Transaction, markets: Market[]): Promise<void> {
  const bind = { markets: JSON.stringify(markets) }
  await rows(
    `insert into pricing.markets (code, name, tax_included)
     select code, name, "taxIncluded"
     from jsonb_to_recordset($markets) as market (code text, name jsonb, "taxIncluded" boolean)
     on conflict (code) do update set name = excluded.name, tax_included = excluded.tax_included`,
    bind,
    tx,
  )
  await rows(
    `insert into pricing.market_countries (country, market)
     select country, market.code
     from jsonb_to_recordset($markets) as market (code text, countries jsonb)
     cross join jsonb_array_elements_text(market.countries) as country
     on conflict (country) do update set market = excluded.market`,
    bind,
    tx,
  )
}

export interface PlaceRate {
  country: string
  /** Without one the rate is the country's. */
  region?: string
  taxClass: string
  /** In parts per million. */
  rate: TaxRate
}

/** Creates or changes tax rates. */
export async function saveTaxRates(tx: Transaction, rates: PlaceRate[]): Promise<void> {
  await rows(
    `insert into pricing.tax_rates (country, region, tax_class, parts_per_million)
     select given.country, coalesce(given.region, ''), given."taxClass", given.rate
     from jsonb_to_recordset($rates) as given (country text, region text, "taxClass" text, rate integer)
     on conflict (country, region, tax_class) do update set parts_per_million = excluded.parts_per_million`,
    { rates: JSON.stringify(rates) },
    tx,
  )
}
