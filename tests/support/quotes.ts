import type { RequestedLine, Rules } from '../../src/pricing/quote.ts'
import { workOutQuote } from '../../src/pricing/work-out-quote.ts'

type Line = Pick<RequestedLine, 'variantId' | 'sku' | 'unitPrice' | 'quantity'> & Partial<RequestedLine>

/** A quote in euros for a parcel to Berlin, by no rules but those that are given. */
export function quoteOf(lines: Line[], rules: Partial<Rules> = {}) {
  const plain = { productId: 1, categoryIds: [], taxClass: 'standard', weightGrams: 400 }
  return workOutQuote(
    {
      currency: 'EUR',
      country: 'DE',
      region: '',
      lines: lines.map((line) => ({ ...plain, ...line })),
    },
    { taxIncluded: true, taxRates: new Map(), deliveryRates: [], promotions: [], ...rules },
  ).quote
}
