import { config } from '../platform/config.ts'
import { addressIn } from '../platform/locale.ts'
import { decimalOf, money } from '../platform/money.ts'
import { costOf } from '../pricing/index.ts'
import type { Delivery } from './delivery-estimates.ts'
import type { Locality } from './locality.ts'
import type { OfferedVariant } from './offered-variants.ts'

type Option = Delivery['options'][number]

export const SCHEMA = 'https://schema.org'
const RETURNS = '#returns'
const RETURN_DAYS = 30

/** What a variant with a price is offered for; how it arrives and goes back is said once for all, by reference. */
export function offerData(variant: OfferedVariant, slug: string, delivery: Delivery, locality: Locality) {
  const { sku, atOnce, restockedOn } = variant
  const { locale, currency } = locality
  const price = variant.price!
  const address = addressIn(locale, `/products/${slug}?${new URLSearchParams({ sku })}`)
  return {
    '@type': 'Offer',
    url: absolute(address),
    price: decimalOf(money(price, currency)),
    priceCurrency: currency,
    availability: `${SCHEMA}/${availabilityOf(variant)}`,
    ...(atOnce === 0 && restockedOn && { availabilityStarts: restockedOn }),
    itemCondition: `${SCHEMA}/NewCondition`,
    hasMerchantReturnPolicy: { '@id': RETURNS },
    shippingDetails: delivery.options.map((option) => ({ '@id': idOf(option, costOf(option, price)) })),
  }
}

function availabilityOf({ available, atOnce }: OfferedVariant): string {
  if (atOnce > 0) return 'InStock'
  return available > 0 ? 'BackOrder' : 'OutOfStock'
}

/** How goods of these prices (minor units) would arrive, and how they may be sent back. */
export function termsData(
  { country, options }: Delivery,
  prices: number[],
  { currency }: Locality,
): object[] {
  const costs = (option: Option) => [...new Set(prices.map((price) => costOf(option, price)))]
  const returns = {
    '@context': SCHEMA,
    '@type': 'MerchantReturnPolicy',
    '@id': RETURNS,
    applicableCountry: country,
    returnPolicyCategory: `${SCHEMA}/MerchantReturnFiniteReturnWindow`,
    merchantReturnDays: RETURN_DAYS,
    returnMethod: `${SCHEMA}/ReturnByMail`,
  }
  const ways = options.flatMap((option) =>
    costs(option).map((cost) => wayData(option, cost, country, currency)),
  )
  return [returns, ...ways]
}

function wayData(option: Option, cost: number, country: string, currency: string) {
  const days = (minValue: number, maxValue: number) => ({
    '@type': 'QuantitativeValue',
    ...{ minValue, maxValue, unitCode: 'DAY' },
  })
  return {
    '@context': SCHEMA,
    '@type': 'OfferShippingDetails',
    '@id': idOf(option, cost),
    shippingRate: { '@type': 'MonetaryAmount', value: decimalOf(money(cost, currency)), currency },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      handlingTime: days(0, 0),
      transitTime: days(option.daysFrom, option.daysTo),
    },
  }
}

function idOf({ code }: Option, cost: number): string {
  return `#delivery-${code}${cost === 0 ? '-free' : ''}`
}

/** An address of the shop, or of a picture elsewhere, as others need it. */
export function absolute(address: string): string {
  return new URL(address, config.baseUrl).href
}
