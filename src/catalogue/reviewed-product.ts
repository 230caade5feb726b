import { row } from '../platform/database.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'
import type { Locality } from './locality.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'

/** A published product, as the pages about its reviews name it. */
export interface ReviewedProduct {
  id: number
  slug: string
  title: string
  picture: Picture
  /** The category that it is in, after its ancestors. */
  trail: CategoryLink[]
  /** All that it was ever sold as. */
  variantIds: number[]
}

/** The published product of this slug, or undefined. */
export async function findReviewedProduct(
  slug: string,
  { locale }: Pick<Locality, 'locale'>,
): Promise<ReviewedProduct | undefined> {
  const found = await row<Omit<ReviewedProduct, 'picture'> & { picture: PictureRow | null }>(PRODUCT, {
    slug,
    locale,
  })
  return found && { ...found, picture: pictureOf(found.picture) }
}

const PRODUCT = `
  select product.id, product.slug, catalogue.in_locale(product.title, $locale) as title,
    (select ${pictureJson('picture')} from catalogue.pictures picture
     where picture.product_id = product.id order by picture.position limit 1) as picture,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path || '/', ancestor.path || '/')) as trail,
    to_jsonb(array(select id from catalogue.variants where product_id = product.id)) as "variantIds"
  from catalogue.products product
  join catalogue.categories category on category.id = product.category_id
  where product.slug = $slug and product.published_at <= now()`
