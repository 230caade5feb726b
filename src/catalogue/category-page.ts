import { row } from '../platform/database.ts'
import { type Listing, type ListingRequest, listing } from './listing.ts'
import type { Locality } from './locality.ts'

/** A category, as a link names it. */
export interface CategoryLink {
  name: string
  path: string
}

export type CategoryPage = {
  category: CategoryLink & { description: string }
  /** Its ancestors, the family first. */
  trail: CategoryLink[]
  children: CategoryLink[]
  listing: Listing
}

/** A category with a page of its products and those of its parts; undefined for an unknown path. */
export async function categoryPage(
  path: string,
  request: ListingRequest,
  locality: Locality,
): Promise<CategoryPage | undefined> {
  const found = await row<CategoryLink & { description: string } & Pick<CategoryPage, 'trail' | 'children'>>(
    CATEGORY,
    {
      path,
      locale: locality.locale,
    },
  )
  if (!found) return undefined
  const { trail, children, ...category } = found
  const source = { sql: PRODUCTS, bind: { path }, address: `/categories/${path}`, query: null }
  return { category, trail, children, listing: await listing(source, request, locality) }
}

/** SQL of a list of categories as JSON, in the order of `order`; it needs `$locale`. */
export function categoryLinks(category: string, order: string): string {
  return `coalesce(jsonb_agg(jsonb_build_object(
    'name', catalogue.in_locale(${category}.name, $locale), 'path', ${category}.path) order by ${order}), '[]')`
}

const CATEGORY = `
  select category.path, catalogue.in_locale(category.name, $locale) as name,
    catalogue.in_locale(category.description, $locale) as description,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path, ancestor.path || '/')) as trail,
    (select ${categoryLinks('child', 'child.position, child.id')} from catalogue.categories child
     where child.parent_id = category.id) as children
  from catalogue.categories category where category.path = $path`

const PRODUCTS = `
  select product.id as product_id, 0 as rank
  from catalogue.products product
  join catalogue.categories category on category.id = product.category_id
  where category.path = $path or starts_with(category.path, $path || '/')`
