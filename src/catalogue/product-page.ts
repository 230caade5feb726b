import { blankForm, type Form } from '../platform/forms.ts'
import { type Rating, type ReviewPage, reviewsOf } from '../reviews/index.ts'
import { type Card, cardsOf } from './cards.ts'
import type { CategoryLink } from './category-page.ts'
import { type Choice, choiceOf } from './choice.ts'
import { type ChosenValues, nearestVariant, variantToShow } from './choose-variant.ts'
import { deliveryFor } from './delivery-estimates.ts'
import type { Locality } from './locality.ts'
import { offeredVariants } from './offered-variants.ts'
import { findProductRow, type ProductView, productView } from './product-view.ts'
import { relatedProducts } from './related-products.ts'
import { productData } from './structured-data.ts'

export type ProductPage = {
  id: number
  /** Else it is shown to staff alone. */
  isOnShow: boolean
  /** The rating is null while nobody has reviewed it. */
  product: ProductView & { rating: Rating | null }
  choice: Choice
  /** The category that it is in, after its ancestors. */
  trail: CategoryLink[]
  related: Card[]
  /** The newest of what buyers think of it. */
  reviews: ReviewPage
  /** The product in the words of schema.org, for machines; empty where it has neither price nor rating. */
  data: object[]
}

/** Which product, as which variant, in which view, and the form with which somebody has tried to add it. */
interface Asked extends Locality {
  slug: string
  /** The product's first variant that can be bought, where this is not given or not one of its own. */
  sku?: string | undefined
  /** Option values that the visitor has chosen: they count for more than the SKU, which was shown before. */
  chosen?: ChosenValues | undefined
  /** Which of its pictures is to be seen, counted from 1; else the one of the variant. */
  view?: number | undefined
  form?: Form<unknown> | undefined
  /** For staff, who see a product before it is on show and after. */
  seesAll?: boolean
}

const NEWEST_REVIEWS = { stars: null, limit: 3, skipped: 0 }

/** Everything on the page of a product; undefined for one that is unknown or not on show. */
export async function productPage(asked: Asked): Promise<ProductPage | undefined> {
  const { slug, sku, chosen, view, form, seesAll, ...locality } = asked
  const found = await findProductRow(slug, locality, seesAll)
  if (!found) return undefined
  const [variants, relatedIds, reviews, delivery] = await Promise.all([
    offeredVariants(found.id, locality),
    relatedProducts(found, locality),
    reviewsOf(found.id, NEWEST_REVIEWS),
    deliveryFor(locality),
  ])
  const shown = chosen ? nearestVariant(variants, chosen, sku) : variantToShow(variants, sku)
  if (!shown) return undefined
  const product = { ...productView(found), rating: reviews.rating }
  const offered = { ...found, variants, delivery, view }
  return {
    id: found.id,
    isOnShow: found.isOnShow,
    product,
    choice: choiceOf(shown, offered, locality, form ?? blankForm({ quantity: '1' })),
    trail: found.trail,
    related: await cardsOf(relatedIds, locality),
    reviews,
    data: found.isOnShow ? productData(product, { ...found, variants, delivery }, locality) : [],
  }
}
