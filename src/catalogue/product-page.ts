import { row } from '../platform/database.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { type Rating, type ReviewPage, reviewsOf } from '../reviews/index.ts'
import { type Card, cardsOf } from './cards.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'
import { type Choice, choiceOf, type OptionRow } from './choice.ts'
import { type ChosenValues, nearestVariant, variantToShow } from './choose-variant.ts'
import type { Locality } from './locality.ts'
import { offeredVariants } from './offered-variants.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'

export type ProductPage = {
  product: ProductView
  choice: Choice
  /** The category that it is in, after its ancestors. */
  trail: CategoryLink[]
  related: Card[]
  /** The newest of what buyers think of it. */
  reviews: ReviewPage
}

export interface ProductView {
  slug: string
  title: string
  brand: string
  summary: string
  /** Sanitised when it was saved. */
  descriptionHtml: string
  specification: { name: string; value: string }[]
  /** At least one. */
  pictures: Picture[]
  /** Null while nobody has reviewed it. */
  rating: Rating | null
}

/** Which product, as which variant, and the form with which somebody has tried to add it. */
interface Asked extends Locality {
  slug: string
  /** The product's first variant that can be bought, where this is not given or not one of its own. */
  sku?: string | undefined
  /** Option values that the visitor has chosen: they count for more than the SKU, which was shown before. */
  chosen?: ChosenValues | undefined
  form?: Form<unknown> | undefined
}

/** Everything on the page of a product; undefined for one that is unknown or not published. */
export async function productPage({
  slug,
  sku,
  chosen,
  form,
  ...locality
}: Asked): Promise<ProductPage | undefined> {
  const found = await row<ProductRow>(PRODUCT, { slug, locale: locality.locale, currency: locality.currency })
  if (!found) return undefined
  const [variants, related, reviews] = await Promise.all([
    offeredVariants(found.id, locality),
    cardsOf(found.relatedIds, locality),
    reviewsOf(found.id, NEWEST_REVIEWS),
  ])
  const shown = chosen ? nearestVariant(variants, chosen, sku) : variantToShow(variants, sku)
  if (!shown) return undefined
  const { id, options, trail, relatedIds, pictures, ...product } = found
  const offered = { slug, title: product.title, options, picture: pictures[0] ?? null, variants }
  return {
    product: {
      ...product,
      pictures: pictures.length > 0 ? pictures.map(pictureOf) : [pictureOf(null)],
      rating: reviews.rating,
    },
    choice: choiceOf(shown, offered, locality.currency, form ?? blankForm({ quantity: '1' })),
    trail,
    related,
    reviews,
  }
}

type ProductRow = Omit<ProductView, 'pictures' | 'rating'> & {
  id: number
  options: OptionRow[]
  pictures: PictureRow[]
  trail: CategoryLink[]
  relatedIds: number[]
}

const RELATED = 4
const NEWEST_REVIEWS = { stars: null, limit: 3, skipped: 0 }

const PRODUCT = `
  select product.id, product.slug, product.brand,
    catalogue.in_locale(product.title, $locale) as title,
    catalogue.in_locale(product.summary, $locale) as summary,
    catalogue.in_locale(product.description, $locale) as "descriptionHtml",
    (select coalesce(jsonb_agg(jsonb_build_object(
        'name', catalogue.in_locale(entry -> 'name', $locale), 'value', catalogue.in_locale(entry -> 'value', $locale)
      ) order by place), '[]')
     from jsonb_array_elements(product.specification) with ordinality as listed(entry, place)) as specification,
    (select coalesce(jsonb_agg(${pictureJson('picture')} order by picture.position), '[]')
     from catalogue.pictures picture where picture.product_id = product.id) as pictures,
    (select coalesce(jsonb_agg(jsonb_build_object('number', option.number,
        'name', catalogue.in_locale(option.name, $locale), 'values', (
          select coalesce(jsonb_agg(jsonb_build_object('id', value.id,
            'label', catalogue.in_locale(value.label, $locale)) order by value.position), '[]')
          from catalogue.option_values value
          where value.product_id = product.id and value.number = option.number)
      ) order by option.number), '[]')
     from catalogue.options option where option.product_id = product.id) as options,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path || '/', ancestor.path || '/')) as trail,
    to_jsonb(array(
      select other.id from catalogue.products other
      join catalogue.offers offer on offer.product_id = other.id and offer.currency = $currency
      where other.category_id = product.category_id and other.id <> product.id and catalogue.is_on_show(other.published_at, other.withdrawn_at)
      order by other.featured desc, other.published_at desc, other.id desc limit ${RELATED})) as "relatedIds"
  from catalogue.products product
  join catalogue.categories category on category.id = product.category_id
  where product.slug = $slug and catalogue.is_on_show(product.published_at, product.withdrawn_at)`
