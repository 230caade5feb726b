import type { Locale } from '../platform/locale.ts'
import { parseAmount } from '../platform/money.ts'
import type { ListingQuery } from './listing-query.ts'
import type { Locality } from './locality.ts'

/** An end of a range of prices: as it was typed, and in minor units where it makes sense. */
export interface PriceField {
  typed: string
  amount: number | undefined
  isWrong: boolean
}

export interface PriceRange {
  from: PriceField
  to: PriceField
}

/** The prices that a list is narrowed to; somebody who names the higher one first means the same. */
export function priceRange({ priceFrom, priceTo }: ListingQuery, locality: Locality): PriceRange {
  const [from, to] = [fieldOf(priceFrom, locality), fieldOf(priceTo, locality)]
  const isReversed = from.amount !== undefined && to.amount !== undefined && from.amount > to.amount
  return isReversed ? { from: to, to: from } : { from, to }
}

function fieldOf(typed: string, { locale, currency }: Locality): PriceField {
  const amount = readPrice(typed, currency, locale)
  return { typed, amount, isWrong: typed !== '' && amount === undefined }
}

const separators: Record<Locale, { thousands: string; decimal: string }> = {
  en: { thousands: ',', decimal: '.' },
  de: { thousands: '.', decimal: ',' },
}

/**
 * An amount in minor units, as people type it in a language: "1,250.50" in English is "1.250,50" in German. A separator
 * that cannot be one of thousands is taken for the decimal one, so that "12,5" is understood by everybody.
 */
export function readPrice(typed: string, currency: string, locale: Locale): number | undefined {
  const bare = typed.replace(/[\s\p{Sc}]/gu, '').replace(currency, '')
  const { thousands, decimal } = separators[locale]
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  const plain = grouped.test(bare)
    ? bare.replaceAll(thousands, '').replace(decimal, '.')
    : bare.replace(',', '.')
  return parseAmount(plain, currency)
}
