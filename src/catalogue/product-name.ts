import { row, rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** A product that is on show, as others name it; undefined for any other slug. */
export function findProductName(
  slug: string,
  locale: Locale,
): Promise<{ id: number; title: string } | undefined> {
  return row<{ id: number; title: string }>(
    `select id, catalogue.in_locale(title, $locale) as title from catalogue.products
     where slug = $slug and catalogue.is_on_show(published_at, withdrawn_at)`,
    { slug, locale },
  )
}

/** The products of these slugs that are on show, in their order. */
export async function productsOfSlugs(slugs: string[]): Promise<number[]> {
  if (slugs.length === 0) return []
  const found = await rows<{ id: number }>(
    `select product.id from unnest($slugs::text[]) with ordinality as named(slug, place)
     join catalogue.products product on product.slug = named.slug
     where catalogue.is_on_show(product.published_at, product.withdrawn_at) order by named.place`,
    { slugs: [...new Set(slugs)] },
  )
  return found.map(({ id }) => id)
}

/** The names of products that are on show, by their ids. */
export async function productNames(
  productIds: number[],
  locale: Locale,
): Promise<Map<number, { slug: string; title: string }>> {
  const found = await rows<{ id: number; slug: string; title: string }>(
    `select id, slug, catalogue.in_locale(title, $locale) as title from catalogue.products
     where id = any($productIds::bigint[]) and catalogue.is_on_show(published_at, withdrawn_at)`,
    { productIds, locale },
  )
  return new Map(found.map(({ id, ...name }) => [id, name]))
}
