import { conventionsOf, type Locale } from '../platform/locale.ts'

/** Where a parcel goes. `country` is an ISO code; `region` only where the country writes one. */
export interface Address {
  name: string
  line1: string
  line2: string
  postcode: string
  city: string
  region: string
  country: string
  phone: string
}

const postcodeLast = new Set(['GB', 'US', 'IE'])

/** The address as the carrier reads it, line by line, without the phone. */
export function addressLines(address: Address, locale: Locale): string[] {
  const { name, line1, line2, postcode, city, region, country } = address
  const town = postcodeLast.has(country)
    ? [[city, region].filter(Boolean).join(', '), postcode].filter(Boolean).join(' ')
    : [[postcode, city].filter(Boolean).join(' '), region].filter(Boolean).join(', ')
  return [name, line1, line2, town, countryName(country, locale)].filter(Boolean)
}

/** A country's name in a language. */
export function countryName(country: string, locale: Locale): string {
  return new Intl.DisplayNames(conventionsOf[locale], { type: 'region' }).of(country) ?? country
}
