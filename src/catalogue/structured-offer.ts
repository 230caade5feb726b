import { config } from '../platform/config.ts'
import { addressIn } from '../platform/locale.ts'
import { decimalOf, money } from '../platform/money.ts'
import { costOf, type Delivery } from './delivery-estimates.ts'
import type { Locality } from './locality.ts'
import type { OfferedVariant } from './offered-variants.ts'

const SCHEMA = 'https://schema.org'
const RETURN_DAYS = 30

/** What a variant with a price is offered for, how it would arrive, and how it may be sent back. */
export function offerData(
  { sku, price, left }: OfferedVariant,
  slug: string,
  delivery: Delivery,
  locality: Locality,
) {
  const { locale, currency } = locality
  const address = addressIn(locale, `/products/${slug}?${new URLSearchParams({ sku })}`)
  return {
    '@type': 'Offer',
    url: absolute(address),
    price: decimalOf(money(price!, currency)),
    priceCurrency: currency,
    availability: `${SCHEMA}/${left > 0 ? 'InStock' : 'OutOfStock'}`,
    itemCondition: `${SCHEMA}/NewCondition`,
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      applicableCountry: delivery.country,
      returnPolicyCategory: `${SCHEMA}/MerchantReturnFiniteReturnWindow`,
      merchantReturnDays: RETURN_DAYS,
      returnMethod: `${SCHEMA}/ReturnByMail`,
    },
    shippingDetails: delivery.options.map((option) => shippingOf(option, price!, delivery.country, currency)),
  }
}

function shippingOf(option: Delivery['options'][number], price: number, country: string, currency: string) {
  const days = (minValue: number, maxValue: number) => ({
    '@type': 'QuantitativeValue',
    ...{ minValue, maxValue, unitCode: 'DAY' },
  })
  return {
    '@type': 'OfferShippingDetails',
    shippingRate: {
      '@type': 'MonetaryAmount',
      value: decimalOf(money(costOf(option, price), currency)),
      currency,
    },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      handlingTime: days(0, 0),
      transitTime: days(option.daysFrom, option.daysTo),
    },
  }
}

/** An address of the shop, or of a picture elsewhere, as others need it. */
export function absolute(address: string): string {
  return new URL(address, config.baseUrl).href
}
