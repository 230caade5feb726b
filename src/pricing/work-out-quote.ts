import { createHash } from 'node:crypto'
import { type DeliveryOption, optionsFor } from './delivery-options.ts'
import type { Promotion } from './promotion.ts'
import type { Priced, Quote, QuoteLine, QuoteRequest, RequestedLine, Rules } from './quote.ts'
import { type Cut, stepsOf } from './quote-steps.ts'
import { type OpenLine, takenOff } from './taken-off.ts'
import { type TaxRate, taxOf } from './tax.ts'

const DELIVERY_TAX_CLASS = 'standard'

/**
 * Prices a basket by the rules: the goods, what is taken off them, delivery, and tax, which is rounded once for each line.
 * Of the promotions, all that combine are used, or a single one that does not: whichever leaves least to pay.
 */
export function workOutQuote(request: QuoteRequest, rules: Rules): Priced {
  const choices = combinationsOf(rules.promotions).map((promotions) => priceWith(promotions, request, rules))
  return choices.reduce((best, choice) => (choice.quote.total < best.quote.total ? choice : best))
}

function combinationsOf(promotions: Promotion[]): Promotion[][] {
  const together = promotions.filter(({ combines }) => combines)
  return [together, ...promotions.filter(({ combines }) => !combines).map((promotion) => [promotion])]
}

function priceWith(promotions: Promotion[], request: QuoteRequest, rules: Rules): Priced {
  const { subtotal, cuts, lefts } = cutGoods(promotions, request)
  const lines = request.lines.map((line) => priceLine(line, lefts.get(line.variantId)!, rules))
  const value = sum(lines.map(({ total }) => total))
  const grams = sum(request.lines.map(({ weightGrams, quantity }) => weightGrams * quantity))
  const options = optionsFor(rules.deliveryRates, { value, grams })
  const option = options.find(({ code }) => code === request.deliveryCode) ?? options[0]
  const carrier = cuts.find(({ promotion }) => promotion.kind === 'free_delivery')?.promotion
  const delivery = option && priceDelivery(option, carrier ? option.amount : 0, rules)
  const { currency, country, region } = request
  const priced = {
    ...{ currency, country, region, taxIncluded: rules.taxIncluded, lines, subtotal },
    discount: subtotal - value,
    discounts: discountsOf(cuts, carrier, delivery),
    delivery,
    ...taxesOf([...lines, ...(delivery ? [{ ...delivery, total: delivery.amount }] : [])]),
  }
  const total = value + (delivery?.amount ?? 0) + (rules.taxIncluded ? 0 : priced.tax)
  const steps = stepsOf(priced, cuts, carrier)
  return {
    quote: { ...priced, total, steps, fingerprint: fingerprintOf({ ...priced, total }) },
    ...{ options, delivery: option, together: promotions.map(({ id }) => id) },
  }
}

/** Takes one promotion after the other off the lines; what is left of each variant is what it costs. */
function cutGoods(promotions: Promotion[], request: QuoteRequest) {
  const open: (OpenLine & { variantId: number; sku: string })[] = request.lines
    .map((line) => ({ ...line, left: line.unitPrice * line.quantity }))
    .sort((a, b) => a.variantId - b.variantId)
  const subtotal = sum(open.map(({ left }) => left))
  const cuts = promotions
    .filter(({ minimum }) => subtotal >= minimum)
    .map((promotion): Cut => {
      const parts = takenOff(promotion, open)
      for (const [index, part] of parts.entries()) open[index]!.left -= part
      return { promotion, amountOf: new Map(open.map(({ sku }, index) => [sku, parts[index]!])) }
    })
  return { subtotal, cuts, lefts: new Map(open.map(({ variantId, left }) => [variantId, left])) }
}

function priceLine(line: RequestedLine, total: number, { taxIncluded, taxRates }: Rules): QuoteLine {
  const { variantId, sku, quantity, unitPrice, taxClass } = line
  const taxRate = taxRates.get(taxClass) ?? 0
  const discount = unitPrice * quantity - total
  const tax = taxOf(total, taxRate, taxIncluded)
  return { variantId, sku, quantity, unitPrice, discount, taxRate, tax, total }
}

function priceDelivery(option: DeliveryOption, discount: number, { taxIncluded, taxRates }: Rules) {
  const taxRate = taxRates.get(DELIVERY_TAX_CLASS) ?? 0
  const amount = option.amount - discount
  return { code: option.code, amount, discount, taxRate, tax: taxOf(amount, taxRate, taxIncluded) }
}

function discountsOf(cuts: Cut[], carrier: Promotion | undefined, delivery: Quote['delivery']) {
  return cuts
    .map(({ promotion, amountOf }) => {
      const { id, code, name, kind } = promotion
      const offDelivery = promotion === carrier ? (delivery?.discount ?? 0) : 0
      return { id, code, name, kind, amount: sum([...amountOf.values()]) + offDelivery }
    })
    .filter(({ amount }) => amount > 0)
}

function taxesOf(parts: { taxRate: TaxRate; tax: number; total: number }[]) {
  const rates = [...new Set(parts.map((part) => part.taxRate))]
    .filter((rate) => rate > 0)
    .sort((a, b) => b - a)
  const taxes = rates.map((rate) => {
    const same = parts.filter((part) => part.taxRate === rate)
    return { rate, tax: sum(same.map((part) => part.tax)), total: sum(same.map((part) => part.total)) }
  })
  return { taxes, tax: sum(taxes.map(({ tax }) => tax)) }
}

function fingerprintOf(priced: object): string {
  return createHash('sha256').update(JSON.stringify(priced)).digest('base64url').slice(0, 22)
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
