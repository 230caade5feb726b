import { inLocale } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import { type DeliveryOption, deliveryDates, deliveryOptions, homeCountryOf } from '../pricing/index.ts'
import type { Locality } from './locality.ts'

/** The ways to the country that prices in a currency assume, as they are for a basket of no value. */
export interface Delivery {
  country: string
  options: DeliveryOption[]
}

/** A way in which one piece would arrive, and when: ISO dates, first and last. */
export interface DeliveryEstimate {
  name: string
  cost: Money
  /** The value from which this way is free; null where it is free already or never. */
  freeFrom: Money | null
  first: string
  last: string
}

export async function deliveryFor({ currency }: Locality): Promise<Delivery> {
  const country = homeCountryOf(currency)
  return { country, options: await deliveryOptions({ country, currency, subtotal: 0 }) }
}

/** The cheapest way for something of this price (minor units) and, where one is faster, the fastest. */
export function deliveryEstimates(
  { options }: Delivery,
  price: number,
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
      ...deliveryDates(way),
    }))
}

/** What a way of delivery costs for something of this price alone; both in minor units. */
export function costOf({ amount, freeFrom }: DeliveryOption, price: number): number {
  return freeFrom !== null && price >= freeFrom ? 0 : amount
}
