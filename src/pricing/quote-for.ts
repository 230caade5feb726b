import { createHash } from 'node:crypto'
import type { DeliveryOption } from './delivery-options.ts'
import { type TaxRate, taxRatesOf, taxWithin } from './tax.ts'

export interface QuoteRequest {
  currency: string
  country: string
  lines: { variantId: number; sku: string; unitPrice: number; quantity: number; taxClass: string }[]
  delivery: DeliveryOption | undefined
}

/** One line's price: all amounts in minor units of the quote's currency, tax is contained in `total`. */
export interface QuoteLine {
  variantId: number
  sku: string
  quantity: number
  unitPrice: number
  taxRate: TaxRate
  tax: number
  total: number
}

/** What a basket costs, and how it came to that. Tax is included in every amount. */
export interface Quote {
  currency: string
  country: string
  lines: QuoteLine[]
  subtotal: number
  delivery: { code: string; amount: number; taxRate: TaxRate; tax: number } | undefined
  /** The tax contained in the total, a row for each rate, highest first. */
  taxes: { rate: TaxRate; tax: number; total: number }[]
  tax: number
  total: number
  /** What was computed, in order; kept with the order so that a total can always be explained. */
  steps: QuoteStep[]
  /** Changes whenever a shopper would see another price. */
  fingerprint: string
}

export interface QuoteStep {
  rule: 'line' | 'delivery' | 'tax'
  subject: string
  from: number
  quantity?: number
  rate?: TaxRate
  amount: number
}

const DELIVERY_TAX_CLASS = 'standard'

/** Prices a basket for a country: each line, then delivery, then the sum; tax is rounded once for each of them. */
export async function quoteFor(request: QuoteRequest): Promise<Quote> {
  return quote(request, await taxRatesOf(request.country))
}

/** The arithmetic of {@link quoteFor}, with the tax rates at hand. */
export function quote(request: QuoteRequest, rates: Map<string, TaxRate>): Quote {
  const lines = request.lines.map((line) => priceLine(line, rates.get(line.taxClass) ?? 0))
  const delivery = request.delivery && priceDelivery(request.delivery, rates.get(DELIVERY_TAX_CLASS) ?? 0)
  const subtotal = sum(lines.map((line) => line.total))
  const taxed = [...lines, ...(delivery ? [{ ...delivery, total: delivery.amount }] : [])]
  const priced = {
    currency: request.currency,
    country: request.country,
    lines,
    subtotal,
    delivery,
    taxes: taxesOf(taxed),
    tax: sum(taxed.map((part) => part.tax)),
    total: subtotal + (delivery?.amount ?? 0),
  }
  return { ...priced, steps: stepsOf(lines, delivery), fingerprint: fingerprintOf(priced) }
}

function priceLine(line: QuoteRequest['lines'][number], taxRate: TaxRate): QuoteLine {
  const { variantId, sku, quantity, unitPrice } = line
  const total = unitPrice * quantity
  return { variantId, sku, quantity, unitPrice, taxRate, tax: taxWithin(total, taxRate), total }
}

function priceDelivery({ code, amount }: DeliveryOption, taxRate: TaxRate) {
  return { code, amount, taxRate, tax: taxWithin(amount, taxRate) }
}

function taxesOf(parts: { taxRate: TaxRate; tax: number; total: number }[]) {
  const rates = [...new Set(parts.map((part) => part.taxRate))]
    .filter((rate) => rate > 0)
    .sort((a, b) => b - a)
  return rates.map((rate) => {
    const same = parts.filter((part) => part.taxRate === rate)
    return { rate, tax: sum(same.map((part) => part.tax)), total: sum(same.map((part) => part.total)) }
  })
}

function stepsOf(lines: QuoteLine[], delivery: Quote['delivery']): QuoteStep[] {
  const steps: QuoteStep[] = lines.flatMap(({ sku, unitPrice, quantity, total, taxRate, tax }) => [
    { rule: 'line', subject: sku, from: unitPrice, quantity, amount: total },
    { rule: 'tax', subject: sku, from: total, rate: taxRate, amount: tax },
  ])
  if (!delivery) return steps
  return [
    ...steps,
    { rule: 'delivery', subject: delivery.code, from: delivery.amount, amount: delivery.amount },
    {
      rule: 'tax',
      subject: delivery.code,
      from: delivery.amount,
      rate: delivery.taxRate,
      amount: delivery.tax,
    },
  ]
}

function fingerprintOf(priced: object): string {
  return createHash('sha256').update(JSON.stringify(priced)).digest('base64url').slice(0, 22)
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
