import { rows } from '../platform/database.ts'
import { type Money, money } from '../platform/money.ts'
import type { Rating } from '../reviews/index.ts'
import type { Locality } from './locality.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'
import { type Stock, stockOf } from './stock.ts'

/** A product among others: `price` is that of its cheapest variant. */
export interface Card {
  id: number
  slug: string
  title: string
  brand: string
  picture: Picture
  price: Money
  was: Money | null
  pricesDiffer: boolean
  variantCount: number
  stock: Stock
  /** Null while nobody has reviewed it. */
  rating: Rating | null
}

interface CardRow {
  id: number
  slug: string
  title: string
  brand: string
  picture: PictureRow | null
  lowest: number
  highest: number
  was: number | null
  variantCount: number
  available: number
  atOnce: number
  restockedOn: string | null
  rating: Rating | null
}

/** The cards of these products, in their order; those without a price in the currency are left out. */
export async function cardsOf(productIds: number[], { locale, currency }: Locality): Promise<Card[]> {
  if (productIds.length === 0) return []
  const found = await rows<CardRow>(CARDS, { productIds, locale, currency })
  return found.map((card) => ({
    id: card.id,
    slug: card.slug,
    title: card.title,
    brand: card.brand,
    picture: pictureOf(card.picture),
    price: money(card.lowest, currency),
    was: card.was === null ? null : money(card.was, currency),
    pricesDiffer: card.lowest !== card.highest,
    variantCount: card.variantCount,
    stock: stockOf(card),
    rating: card.rating,
  }))
}

const CARDS = `
  select product.id, product.slug, catalogue.in_locale(product.title, $locale) as title, product.brand,
    picture.json as picture, offer.lowest, offer.highest, offer.was, offer.variant_count as "variantCount",
    stock.available, stock.at_once as "atOnce", stock.restocked_on::text as "restockedOn",
    case when rating.product_id is not null
      then jsonb_build_object('count', rating.review_count, 'mean', rating.mean) end as rating
  from unnest($productIds::bigint[]) with ordinality as wanted(product_id, place)
  join catalogue.products product on product.id = wanted.product_id
  join catalogue.offers offer on offer.product_id = product.id and offer.currency = $currency
  cross join lateral (
    select coalesce(sum(level.available), 0)::integer as available,
      coalesce(sum(level.at_once), 0)::integer as at_once, min(level.restocked_on) as restocked_on
    from catalogue.variants variant
    join inventory.availability level on level.variant_id = variant.id
    where variant.product_id = product.id and variant.retired_at is null
  ) stock
  left join lateral (
    select ${pictureJson('shown')} as json from catalogue.pictures shown
    where shown.product_id = product.id order by shown.position limit 1
  ) picture on true
  left join reviews.ratings rating on rating.product_id = product.id
  order by wanted.place`
