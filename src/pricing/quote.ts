import type { Localised } from '../platform/locale.ts'
import type { DeliveryOption, DeliveryRate } from './delivery-options.ts'
import type { Promotion } from './promotion.ts'
import type { QuoteStep } from './quote-steps.ts'
import type { TaxRate } from './tax.ts'

/** What is to be priced; amounts in minor units. */
export interface QuoteRequest {
  currency: string
  country: string
  region: string
  lines: RequestedLine[]
  /** The way of delivery that was chosen; without one, or when it is not to be had, the cheapest is assumed. */
  deliveryCode?: string | undefined
}

export interface RequestedLine {
  variantId: number
  sku: string
  productId: number
  /** Its category and those above. */
  categoryIds: number[]
  unitPrice: number
  quantity: number
  taxClass: string
  weightGrams: number
}

/** All that prices follow from at a place, at a time and for somebody. */
export interface Rules {
  taxIncluded: boolean
  /** By tax class; a class without a rate is not taxed. */
  taxRates: Map<string, TaxRate>
  deliveryRates: DeliveryRate[]
  /** Those that may be used, in the order in which they are taken off. */
  promotions: Promotion[]
}

/** One line's price: `total` is without the discount, and contains the tax where prices include it. */
export interface QuoteLine {
  variantId: number
  sku: string
  quantity: number
  unitPrice: number
  discount: number
  taxRate: TaxRate
  tax: number
  total: number
}

/** What a promotion takes off goods or delivery. */
export interface QuoteDiscount {
  id: number
  code: string | null
  name: Localised
  kind: Promotion['kind']
  amount: number
}

/** What a basket costs, and how it came to that. Amounts in minor units. */
export interface Quote {
  currency: string
  country: string
  region: string
  /** Amounts contain their tax; else it comes on top. */
  taxIncluded: boolean
  lines: QuoteLine[]
  /** The goods at their prices. */
  subtotal: number
  /** What is taken off the goods. */
  discount: number
  discounts: QuoteDiscount[]
  /** `amount` is what is left to pay of it. */
  delivery: { code: string; amount: number; discount: number; taxRate: TaxRate; tax: number } | undefined
  /** A row for each rate, highest first: `total` is what is taxed. */
  taxes: { rate: TaxRate; tax: number; total: number }[]
  tax: number
  total: number
  /** What was computed, in order; kept with the order so that a total can always be explained. */
  steps: QuoteStep[]
  /** Changes whenever a shopper would see another price. */
  fingerprint: string
}

/** A quote, and what could be chosen instead. */
export interface Priced {
  quote: Quote
  options: DeliveryOption[]
  delivery: DeliveryOption | undefined
  /** The promotions that were looked at together, whether each takes something off or not. */
  together: number[]
}
