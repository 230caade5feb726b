import type { Localised } from '../platform/locale.ts'
import type { Promotion } from './promotion.ts'
import type { Quote } from './quote.ts'
import type { TaxRate } from './tax.ts'

/** One thing that was computed: amounts in minor units, negative where something is taken off. */
export interface QuoteStep {
  rule: 'line' | 'discount' | 'delivery' | 'tax'
  /** The SKU of a line, or the code of a way of delivery. */
  subject: string
  from: number
  quantity?: number
  rate?: TaxRate
  /** Of a discount: the promotion's. */
  name?: Localised
  amount: number
}

/** What a promotion has taken off the goods, by SKU. */
export interface Cut {
  promotion: Promotion
  amountOf: Map<string, number>
}

/** How a total came about: each line with what was taken off it and its tax, then the same for delivery. */
export function stepsOf(
  { lines, delivery }: Pick<Quote, 'lines' | 'delivery'>,
  cuts: Cut[],
  carrier: Promotion | undefined,
): QuoteStep[] {
  const steps = lines.flatMap(({ sku, unitPrice, quantity, discount, total, taxRate, tax }): QuoteStep[] => [
    { rule: 'line', subject: sku, from: unitPrice, quantity, amount: total + discount },
    ...cutsOf(sku, total + discount, cuts),
    { rule: 'tax', subject: sku, from: total, rate: taxRate, amount: tax },
  ])
  return delivery ? [...steps, ...deliverySteps(delivery, carrier)] : steps
}

function cutsOf(subject: string, full: number, cuts: Cut[]): QuoteStep[] {
  let from = full
  return cuts.flatMap(({ promotion: { name }, amountOf }): QuoteStep[] => {
    const amount = amountOf.get(subject) ?? 0
    if (amount === 0) return []
    const step: QuoteStep = { rule: 'discount', subject, name, from, amount: -amount }
    from -= amount
    return [step]
  })
}

function deliverySteps(
  delivery: NonNullable<Quote['delivery']>,
  carrier: Promotion | undefined,
): QuoteStep[] {
  const { code: subject, amount, discount, taxRate: rate, tax } = delivery
  const from = amount + discount
  const cut: QuoteStep[] =
    carrier && discount > 0
      ? [{ rule: 'discount', subject, name: carrier.name, from, amount: -discount }]
      : []
  return [
    { rule: 'delivery', subject, from, amount: from },
    ...cut,
    { rule: 'tax', subject, from: amount, rate, amount: tax },
  ]
}
