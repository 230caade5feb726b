import { findVariants, type SellableVariant } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** Something that was kept for later, and whether it can be bought now. */
export interface SavedLine {
  variant: SellableVariant
  quantity: number
  left: number
}

/** What the owner has kept for later, the newest first. */
export async function savedLines(
  owner: Owner | undefined,
  audience: { locale: Locale; currency: string },
): Promise<SavedLine[]> {
  if (!owner) return []
  const kept = await rows<{ variantId: number; quantity: number }>(
    `select variant_id as "variantId", quantity from basket.saved_lines
     where visitor_id = $visitorId order by saved_at desc, variant_id`,
    { ...owner },
  )
  if (kept.length === 0) return []
  const ids = kept.map(({ variantId }) => variantId)
  const [variants, availability] = await Promise.all([findVariants(ids, audience), availabilityOf(ids)])
  const quantities = new Map(kept.map(({ variantId, quantity }) => [variantId, quantity]))
  return variants.map((variant) => {
    const isForSale = variant.isPublished && variant.price !== null
    return {
      variant,
      quantity: quantities.get(variant.id)!,
      left: isForSale ? (availability.get(variant.id) ?? 0) : 0,
    }
  })
}
