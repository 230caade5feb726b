import { row } from '../platform/database.ts'
import { type Destination, deliveryRatesTo } from './delivery-options.ts'
import { type Customer, type Promotion, promotionsFor } from './promotion.ts'
import type { Priced, QuoteRequest } from './quote.ts'
import type { TaxRate } from './tax.ts'
import { type VoucherView, voucherViews } from './voucher-views.ts'
import { workOutQuote } from './work-out-quote.ts'

export interface PricingRequest extends QuoteRequest {
  /** The codes that were given, as they are kept. */
  codes: string[]
  /** `isNew`: nothing is known of an earlier order of theirs. */
  customer: Customer & { isNew: boolean }
}

export interface PricedBasket extends Priced {
  /** What became of each code that was given, in their order. */
  vouchers: VoucherView[]
}

/** Prices a basket as it would be sold now, to that place and that person. */
export async function priceBasket(request: PricingRequest): Promise<PricedBasket> {
  const { codes, customer, currency } = request
  const [taxes, deliveryRates, promotions] = await Promise.all([
    taxesAt(request),
    deliveryRatesTo(request),
    promotionsFor({ currency, codes, ...customer }),
  ])
  const usable = onceEach(promotions.filter((promotion) => mayUse(promotion, customer)))
  const priced = workOutQuote(request, { ...taxes, deliveryRates, promotions: usable })
  return { ...priced, vouchers: voucherViews(codes, promotions, priced, customer.isNew) }
}

function mayUse({ hindrance, isForFirstOrder }: Promotion, { isNew }: { isNew: boolean }): boolean {
  return hindrance === null && (isNew || !isForFirstOrder)
}

/** A promotion counts once, however many codes of it are given. */
function onceEach(promotions: Promotion[]): Promotion[] {
  return promotions.filter(({ id }, index) => promotions.findIndex((other) => other.id === id) === index)
}

/** Whether prices contain their tax in a country. */
export async function isTaxIncluded(country: string): Promise<boolean> {
  return (await taxesAt({ country, region: '' })).taxIncluded
}

/** Whether prices include tax at a place, and its rates by tax class. Where we collect none, there are none. */
export async function taxesAt({ country, region }: Pick<Destination, 'country' | 'region'>) {
  const found = await row<{ taxIncluded: boolean; rates: Record<string, TaxRate> }>(
    `select coalesce((
         select tax_included from pricing.market_countries join pricing.markets on code = market where country = $country
       ), true) as "taxIncluded",
       (select coalesce(jsonb_object_agg(tax_class, parts_per_million), '{}') from (
         select distinct on (tax_class) tax_class, parts_per_million from pricing.tax_rates
         where country = $country and region in ($region, '') order by tax_class, region desc) rate) as rates`,
    { country, region },
  )
  return { taxIncluded: found!.taxIncluded, taxRates: new Map(Object.entries(found!.rates)) }
}
