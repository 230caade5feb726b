import { findVariants, type SellableVariant } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import type { Locale } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import { findShared } from './share-basket.ts'

export interface SharedView {
  token: string
  /** Whoever looks at it has shared it. */
  isOwn: boolean
  /** The name under which its owner keeps it. */
  keptAs: string | null
  lines: SharedLine[]
}

export interface SharedLine {
  variant: SellableVariant
  quantity: number
  unitPrice: Money | null
  total: Money | null
  /** How many could be bought now. */
  left: number
}

/** A shared basket as it could be bought now; undefined for a token that is unknown or too old. */
export async function sharedView(
  token: string,
  owner: Owner | undefined,
  audience: { locale: Locale; currency: string },
): Promise<SharedView | undefined> {
  const shared = await findShared(token)
  if (!shared) return undefined
  const ids = shared.lines.map(({ variantId }) => variantId)
  const [variants, availability] = await Promise.all([findVariants(ids, audience), availabilityOf(ids)])
  const quantities = new Map(shared.lines.map(({ variantId, quantity }) => [variantId, quantity]))
  return {
    token,
    keptAs: shared.keptAs,
    isOwn: owner?.visitorId === shared.visitorId,
    lines: variants.map((variant) => {
      const quantity = quantities.get(variant.id)!
      const { price, isPublished } = variant
      const left = isPublished && price ? (availability.get(variant.id) ?? 0) : 0
      const total = price && money(price.amount * quantity, price.currency)
      return { variant, quantity, unitPrice: price, total, left }
    }),
  }
}
