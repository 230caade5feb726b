import { inLocale, type Locale } from '../platform/locale.ts'
import type { Values } from '../platform/messages.ts'
import { type Money, money } from '../platform/money.ts'
import type { Quote } from './quote.ts'

/** What stands above a total, as a message and its amount: the rows add up to it, what is taken off is negative. */
export interface BillRow {
  key:
    | 'basket.subtotal'
    | 'basket.discount'
    | 'basket.discount.by-code'
    | 'basket.delivery'
    | 'basket.tax.added'
  values: Values
  amount: Money
}

type Bill = Pick<Quote, 'currency' | 'subtotal' | 'discounts' | 'delivery' | 'taxIncluded' | 'taxes'>

/** The rows of a quote as a shopper reads them; delivery is what is left to pay of it. */
export function billOf(quote: Bill, locale: Locale): BillRow[] {
  const row = (key: BillRow['key'], amount: number, values: Values = {}): BillRow => ({
    ...{ key, values },
    amount: money(amount, quote.currency),
  })
  const { subtotal, discounts, delivery, taxIncluded, taxes } = quote
  return [
    row('basket.subtotal', subtotal),
    ...discounts
      .filter(({ kind }) => kind !== 'free_delivery')
      .map(({ name, code, amount }) => {
        const values = { name: inLocale(name, locale), code: code ?? '' }
        return row(code ? 'basket.discount.by-code' : 'basket.discount', -amount, values)
      }),
    ...(delivery ? [row('basket.delivery', delivery.amount)] : []),
    ...(taxIncluded
      ? []
      : taxes.map(({ rate, tax }) => row('basket.tax.added', tax, { rate: rate / 1_000_000 }))),
  ]
}
