import { rows } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** A way to get the goods somewhere; amounts in minor units. */
export interface DeliveryOption {
  code: string
  name: Localised
  amount: number
  /** The value of the goods from which this way is free, where there is one. */
  freeFrom: number | null
  daysFrom: number
  daysTo: number
}

/** What a way costs for parcels up to a weight, with goods of a certain value or more. */
export interface DeliveryRate extends DeliveryOption {
  gramsTo: number
  valueFrom: number
}

export interface Destination {
  country: string
  /** The region's code where its country writes one, else ''. */
  region: string
  currency: string
}

/** A parcel: what the goods in it cost, in minor units, and weigh. */
export interface Parcel {
  value: number
  grams: number
}

/** The ways that there are for a parcel, the cheapest first: of each the cheapest rate that takes it. */
export function optionsFor(rates: DeliveryRate[], { value, grams }: Parcel): DeliveryOption[] {
  const taken = rates
    .filter((rate) => grams <= rate.gramsTo && value >= rate.valueFrom)
    .map(({ gramsTo, valueFrom, ...option }) => ({ ...option, amount: costOf(option, value) }))
    .sort((a, b) => a.amount - b.amount)
  return [...new Map(taken.toReversed().map((option) => [option.code, option])).values()].reverse()
}

/** What a way of delivery costs for goods of this value alone; both in minor units. */
export function costOf({ amount, freeFrom }: DeliveryOption, value: number): number {
  return freeFrom !== null && value >= freeFrom ? 0 : amount
}

/** What every way to a destination costs; nothing when we do not deliver there. */
export function deliveryRatesTo({ country, region, currency }: Destination): Promise<DeliveryRate[]> {
  return rows<DeliveryRate>(
    `select method.code, method.name, rate.amount, rate.free_from as "freeFrom", rate.days_from as "daysFrom",
       rate.days_to as "daysTo", rate.grams_to as "gramsTo", rate.value_from as "valueFrom"
     from pricing.delivery_rates rate join pricing.delivery_methods method on method.code = rate.method
     where rate.currency = $currency and rate.zone = (
       select zone from pricing.zone_places where country = $country and region in ($region, '')
       order by region desc limit 1)
     order by method.position, rate.amount`,
    { country, region, currency },
  )
}
