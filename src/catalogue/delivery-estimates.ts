import { inLocale } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import {
  costOf,
  type DeliveryOption,
  deliveryDates,
  deliveryRatesTo,
  homeCountryOf,
  isTaxIncluded,
  optionsFor,
} from '../pricing/index.ts'
import type { Locality } from './locality.ts'

/** The ways to the country that prices in a currency assume, as they are for a basket of no value. */
export interface Delivery {
  country: string
  /** Prices contain the tax of that country. */
  taxIncluded: boolean
  options: DeliveryOption[]
}

/** A way in which one piece would arrive, and when: ISO dates, first and last; null while that cannot be said. */
export interface DeliveryEstimate {
  name: string
  cost: Money
  /** The value from which this way is free; null where it is free already or never. */
  freeFrom: Money | null
  first: string | null
  last: string | null
}

export async function deliveryFor({ currency }: Locality): Promise<Delivery> {
  const country = homeCountryOf(currency)
  const [rates, taxIncluded] = await Promise.all([
    deliveryRatesTo({ country, region: '', currency }),
    isTaxIncluded(country),
  ])
  return { country, taxIncluded, options: optionsFor(rates, { value: 0, grams: LIGHT }) }
}

/** Of one piece we say what it costs to send at the least. */
const LIGHT = 1

/**
 * The cheapest way for something of this price (minor units) that can be sent from a moment on, where that is known; and
 * the fastest, where one is faster.
 */
export function deliveryEstimates(
  { options }: Delivery,
  price: number,
  from: Date | undefined,
  { locale, currency }: Locality,
): DeliveryEstimate[] {
  const ways = options.map((option) => ({ ...option, cost: costOf(option, price) }))
  const cheapest = ways.toSorted((a, b) => a.cost - b.cost)[0]
  const fastest = ways.toSorted((a, b) => a.daysTo - b.daysTo || a.cost - b.cost)[0]
  const shown = [cheapest, fastest && cheapest && fastest.daysTo < cheapest.daysTo ? fastest : undefined]
  return shown
    .filter((way) => way !== undefined)
    .map((way) => ({
      name: inLocale(way.name, locale),
      cost: money(way.cost, currency),
      freeFrom: way.cost > 0 && way.freeFrom !== null ? money(way.freeFrom, currency) : null,
      ...(from ? deliveryDates(way, from) : { first: null, last: null }),
    }))
}
