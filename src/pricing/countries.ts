import { rows } from '../platform/database.ts'

/** The country that a basket's totals assume until the shopper has said where they live. */
export function homeCountryOf(currency: string): string {
  return homeCountries[currency] ?? 'DE'
}

const homeCountries: Record<string, string> = { EUR: 'DE', GBP: 'GB', USD: 'US', JPY: 'JP' }

/** The countries that we deliver to, as ISO codes. */
export async function deliveryCountries(currency: string): Promise<string[]> {
  const found = await rows<{ country: string }>(
    `select distinct place.country from pricing.zone_places place
     where exists (select from pricing.delivery_rates rate where rate.zone = place.zone and rate.currency = $currency)
     order by country`,
    { currency },
  )
  return found.map(({ country }) => country)
}
