import { row } from '../platform/database.ts'
import { NotFound } from '../platform/errors.ts'
import { type Listing, listing } from './listing.ts'
import type { ListingQuery } from './listing-query.ts'
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

type CategoryRow = CategoryLink & { id: number; description: string } & Pick<
    CategoryPage,
    'trail' | 'children'
  >

/** A category with a page of its products and those of its parts; undefined for an unknown path. */
export async function categoryPage(
  path: string,
  query: ListingQuery,
  locality: Locality,
): Promise<CategoryPage | undefined> {
  const found = await row<CategoryRow>(CATEGORY, { path, locale: locality.locale })
  if (!found) return undefined
  const { id, trail, children, ...category } = found
  const list = await listing({ path: `/categories/${path}`, shelf: id }, query, locality)
  if (list.total === 0 && query.page > 1) throw new NotFound()
  return { category, trail, children, listing: list }
}

/** Where the category is now that had this path once, or that somebody means who writes it in another way. */
export async function findMovedCategory(path: string): Promise<string | undefined> {
  const plain = path.toLowerCase().replace(/\/+$/, '')
  const found = await row<{ path: string }>(
    `select path from catalogue.categories where path = $plain and path <> $path
     union all
     select category.path from catalogue.former_paths former
     join catalogue.categories category on category.id = former.category_id where former.path = $plain
     limit 1`,
    { path, plain },
  )
  return found?.path
}

/** SQL of a list of categories as JSON, in the order of `order`; it needs `$locale`. */
export function categoryLinks(category: string, order: string): string {
  return `coalesce(jsonb_agg(jsonb_build_object(
    'name', catalogue.in_locale(${category}.name, $locale), 'path', ${category}.path) order by ${order}), '[]')`
}

const CATEGORY = `
  select category.id, category.path, catalogue.in_locale(category.name, $locale) as name,
    catalogue.in_locale(category.description, $locale) as description,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path, ancestor.path || '/')) as trail,
    (select ${categoryLinks('child', 'child.position, child.id')} from catalogue.categories child
     where child.parent_id = category.id) as children
  from catalogue.categories category where category.path = $path`
