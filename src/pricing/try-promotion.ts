import { deliveryRatesTo } from './delivery-options.ts'
import { type OfficePromotion, officePromotion } from './office-promotions.ts'
import { taxesAt } from './price-basket.ts'
import { type Promotion, promotionsFor } from './promotion.ts'
import type { Priced, QuoteRequest } from './quote.ts'
import { stateOf, type VoucherState } from './voucher-views.ts'
import { workOutQuote } from './work-out-quote.ts'

/** What a basket would come to with a promotion, and what becomes of the promotion in it. */
export type Trial = Priced & { state: VoucherState; amount: number; without: number }

/**
 * Prices a basket as if a promotion ran now and could be used, beside what is on for everybody: nothing is written.
 * Undefined when there is no such promotion.
 */
export async function tryPromotion(promotionId: number, request: QuoteRequest): Promise<Trial | undefined> {
  const tried = await officePromotion(promotionId)
  if (!tried) return undefined
  const [taxes, deliveryRates, running] = await Promise.all([
    taxesAt(request),
    deliveryRatesTo(request),
    promotionsFor({ currency: request.currency, codes: [], visitorId: null, email: null }),
  ])
  const promotion = asIfRunning(tried, request.currency)
  const others = running.filter(({ id, isForFirstOrder }) => id !== promotionId && !isForFirstOrder)
  const promotions = [...others, promotion].sort((a, b) => a.priority - b.priority || a.id - b.id)
  const priced = workOutQuote(request, { ...taxes, deliveryRates, promotions })
  const without = workOutQuote(request, { ...taxes, deliveryRates, promotions: others }).quote.total
  const amount = priced.quote.discounts.find(({ id }) => id === promotionId)?.amount ?? 0
  return { ...priced, amount, without, state: stateOf(promotion, amount, priced, true) }
}

function asIfRunning(tried: OfficePromotion, currency: string): Promotion {
  const { amounts, minimums, ...promotion } = tried
  return {
    ...promotion,
    amount: amounts?.[currency] ?? null,
    minimum: minimums[currency] ?? 0,
    hindrance: null,
  }
}
