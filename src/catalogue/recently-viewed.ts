import { rows } from '../platform/database.ts'
import { type Card, cardsOf } from './cards.ts'
import type { Locality } from './locality.ts'

/** So many products are shown again. */
export const TRAIL_LENGTH = 8

/** The products of these slugs as they are now, in their order; those that have gone are left out. */
export async function recentlyViewed(slugs: string[], locality: Locality): Promise<Card[]> {
  if (slugs.length === 0) return []
  const found = await rows<{ id: number }>(
    `select product.id
     from unnest($slugs::text[]) with ordinality as seen(slug, place)
     join catalogue.products product on product.slug = seen.slug
     where catalogue.is_on_show(product.published_at, product.withdrawn_at)
     order by seen.place`,
    { slugs: [...new Set(slugs)].slice(0, TRAIL_LENGTH) },
  )
  return cardsOf(
    found.map(({ id }) => id),
    locality,
  )
}
