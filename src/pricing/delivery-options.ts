import { rows } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** A way to get the goods to a country, for a basket of a certain value; amounts in minor units. */
export interface DeliveryOption {
  code: string
  name: Localised
  amount: number
  /** What this way costs below the value from which it is free, and that value, where there is one. */
  freeFrom: number | null
  daysFrom: number
  daysTo: number
}

interface Destination {
  country: string
  currency: string
  subtotal: number
}

/** The country that a basket's totals assume until the shopper has said where they live. */
export function homeCountryOf(currency: string): string {
  return homeCountries[currency] ?? 'DE'
}

const homeCountries: Record<string, string> = { EUR: 'DE', GBP: 'GB', USD: 'US', JPY: 'JP' }

/** What can be chosen for a destination, the cheapest first; empty when we do not deliver there. */
export function deliveryOptions({ country, currency, subtotal }: Destination): Promise<DeliveryOption[]> {
  return rows<DeliveryOption>(
    `select method.code, method.name, rate.days_from as "daysFrom", rate.days_to as "daysTo",
       case when rate.free_from <= $subtotal then 0 else rate.amount end as amount, rate.free_from as "freeFrom"
     from pricing.delivery_rates rate join pricing.delivery_methods method on method.code = rate.method
     where rate.country = $country and rate.currency = $currency
     order by 5, method.position`,
    { country, currency, subtotal },
  )
}

/** The cheapest way to a destination, or undefined when there is none. */
export async function cheapestDelivery(destination: Destination): Promise<DeliveryOption | undefined> {
  const [cheapest] = await deliveryOptions(destination)
  return cheapest
}

/** The countries that we deliver to, as ISO codes. */
export async function deliveryCountries(currency: string): Promise<string[]> {
  const found = await rows<{ country: string }>(
    'select distinct country from pricing.delivery_rates where currency = $currency order by country',
    { currency },
  )
  return found.map(({ country }) => country)
}
