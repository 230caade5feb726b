import { row } from '../platform/database.ts'
import { type Card, cardsOf } from './cards.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'
import type { Locality } from './locality.ts'
import { leadersOf, type Place } from './related-products.ts'

/** A product that was sold once and will not be again, and what could take its place. */
export type GoneProduct = {
  title: string
  trail: CategoryLink[]
  alternatives: Card[]
}

const SHOWN = 8

/** Where the product is now that had this slug once, or that somebody means who writes it in capitals. */
export async function findRenamedProduct(slug: string): Promise<string | undefined> {
  const found = await row<{ slug: string }>(
    `select slug from catalogue.products
     where slug = $plain and slug <> $slug and catalogue.is_on_show(published_at, withdrawn_at)
     union all
     select product.slug from catalogue.former_slugs former
     join catalogue.products product on product.id = former.product_id where former.slug = $plain
     limit 1`,
    { slug, plain: slug.toLowerCase() },
  )
  return found?.slug
}

/** The product of this slug that has been taken out of the shop; undefined where there never was one to be seen. */
export async function findGoneProduct(slug: string, locality: Locality): Promise<GoneProduct | undefined> {
  const found = await row<Place & { id: number; title: string; trail: CategoryLink[] }>(
    `select product.id, catalogue.in_locale(product.title, $locale) as title, product.category_id as "categoryId", category.parent_id as "parentId",
       (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
        where starts_with(category.path || '/', ancestor.path || '/')) as trail
     from catalogue.products product
     join catalogue.categories category on category.id = product.category_id
     where product.slug = $slug and product.published_at <= now() and product.withdrawn_at <= now()`,
    { slug, locale: locality.locale },
  )
  if (!found) return undefined
  const { id, title, trail } = found
  const leaders = await leadersOf(found, SHOWN + 1, locality)
  const others = leaders.filter((leader) => leader !== id).slice(0, SHOWN)
  return { title, trail, alternatives: await cardsOf(others, locality) }
}
