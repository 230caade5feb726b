import { findVariants, type SellableVariant } from '../catalogue/index.ts'
import { type Covering, covering, creditAccounts } from '../credit/index.ts'
import type { Owner } from '../identity/index.ts'
import { type Supply, suppliesOf } from '../inventory/index.ts'
import { row, rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import { type BillRow, billOf, homeCountryOf, type PricedBasket, priceBasket } from '../pricing/index.ts'
import { MOST_OF_ONE } from './basket.ts'
import { cardsOf } from './cards.ts'
import { codesOf } from './vouchers.ts'

export interface BasketLine {
  variant: SellableVariant
  quantity: number
  /** How many could be bought now. */
  left: number
  /** Of what is wanted, so many have yet to come; an ISO date, where it is known. */
  awaited: { quantity: number; restockedOn: string | null } | null
  /** The most that the quantity field takes. */
  maximum: number
  unitPrice: Money
  total: Money
  /** What has happened to the line since the shopper last touched it. */
  change: { kind: 'price'; was: Money } | { kind: 'short' | 'gone' } | undefined
}

/** Its delivery is the way that was chosen, or the cheapest to the country that the totals assume. */
export interface BasketView extends Omit<PricedBasket, 'together'> {
  id: number
  version: number
  lines: BasketLine[]
  count: number
  /** The rows above its total. */
  bill: BillRow[]
  /** What gift cards pay of its total, and why some pay nothing. */
  cards: Covering[]
  /** What is left to pay then, in minor units. */
  due: number
  /** Nothing stands between this basket and an order. */
  isReady: boolean
}

interface Audience {
  locale: Locale
  currency: string
  /** Where it goes, once the shopper has said so. */
  country?: string | undefined
  region?: string | undefined
  /** The way of delivery to price; the cheapest one without it. */
  deliveryCode?: string | undefined
  /** Who buys, as far as they have said: promotions may depend on it. */
  email?: string | undefined
  hasOrdered?: boolean
}

/** Everything that a page says about the owner's open basket, or undefined while there is nothing in it. */
export async function basketView(
  owner: Owner | undefined,
  audience: Audience,
): Promise<BasketView | undefined> {
  const kept = owner && (await keptLines(owner))
  if (!kept) return undefined
  const ids = kept.lines.map((line) => line.variantId)
  const [variants, supplies, codes, accounts] = await Promise.all([
    findVariants(ids, audience),
    suppliesOf(ids),
    codesOf(kept.id),
    cardsOf(kept.id).then((accountIds) => creditAccounts(accountIds)),
  ])
  const lines = kept.lines.flatMap((line) => {
    const variant = variants.find((candidate) => candidate.id === line.variantId)
    return variant ? [lineView(line, variant, supplies.get(variant.id)!, audience.currency)] : []
  })
  const { quote, options, delivery, vouchers } = await priceBasket({
    currency: audience.currency,
    country: audience.country ?? homeCountryOf(audience.currency),
    region: audience.region ?? '',
    deliveryCode: audience.deliveryCode,
    lines: lines.map(({ variant, unitPrice, quantity }) => ({
      ...variant,
      ...{ variantId: variant.id, unitPrice: unitPrice.amount, quantity },
    })),
    codes,
    customer: {
      visitorId: owner.visitorId,
      email: audience.email ?? null,
      isNew: !audience.hasOrdered,
    },
  })
  const cards = covering(accounts, quote.total, audience.currency)
  return {
    id: kept.id,
    version: kept.version,
    lines,
    cards,
    due: cards.reduce((left, { amount }) => left - amount, quote.total),
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    ...{ quote, options, delivery, vouchers, bill: billOf(quote, audience.locale) },
    isReady: lines.every((line) => line.change?.kind !== 'short' && line.change?.kind !== 'gone'),
  }
}

/** How many pieces are in the owner's basket. */
export async function basketCount(owner: Owner | undefined): Promise<number> {
  if (!owner) return 0
  const counted = await row<{ count: number }>(
    `select coalesce(sum(line.quantity), 0) as count
     from basket.baskets basket join basket.basket_lines line on line.basket_id = basket.id
     where basket.visitor_id = $visitorId and basket.state = 'open'`,
    { visitorId: owner.visitorId },
  )
  return counted?.count ?? 0
}

interface KeptLine {
  id: number
  version: number
  variantId: number
  quantity: number
  seenAmount: number | null
  seenCurrency: string | null
}

async function keptLines(owner: Owner) {
  const lines = await rows<KeptLine>(
    `select basket.id, basket.version, line.variant_id as "variantId", line.quantity,
       line.seen_amount as "seenAmount", line.seen_currency as "seenCurrency"
     from basket.baskets basket join basket.basket_lines line on line.basket_id = basket.id
     where basket.visitor_id = $visitorId and basket.state = 'open'
     order by line.added_at, line.variant_id`,
    { visitorId: owner.visitorId },
  )
  const [first] = lines
  return first && { id: first.id, version: first.version, lines }
}

function lineView(
  kept: KeptLine,
  variant: SellableVariant,
  { available: left, atOnce, restockedOn }: Supply,
  currency: string,
): BasketLine {
  const awaited = Math.min(kept.quantity, left) - atOnce
  const unitPrice = variant.price ?? money(0, currency)
  return {
    variant,
    quantity: kept.quantity,
    left,
    awaited: awaited > 0 ? { quantity: awaited, restockedOn } : null,
    maximum: Math.min(left, MOST_OF_ONE),
    unitPrice,
    total: money(unitPrice.amount * kept.quantity, currency),
    change: changeOf(kept, variant, left),
  }
}

function changeOf(kept: KeptLine, variant: SellableVariant, left: number): BasketLine['change'] {
  if (!variant.isPublished || !variant.price || left === 0) return { kind: 'gone' }
  if (kept.quantity > left) return { kind: 'short' }
  const { seenAmount, seenCurrency } = kept
  if (seenAmount === null || seenCurrency !== variant.price.currency || seenAmount === variant.price.amount)
    return undefined
  return { kind: 'price', was: money(seenAmount, seenCurrency) }
}
