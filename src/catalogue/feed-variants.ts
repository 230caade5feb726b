import type { Supply } from '../inventory/index.ts'
import { rows } from '../platform/database.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'
import type { Locality } from './locality.ts'
import { type PictureRow, pictureJson } from './picture-view.ts'

/** A variant with a price, and everything that a search engine for products wants to know of it. */
export interface FeedVariant extends Supply {
  id: number
  productId: number
  slug: string
  sku: string
  barcode: string | null
  weightGrams: number
  title: string
  summary: string
  descriptionHtml: string
  brand: string
  type: string
  taxonomy: string
  amount: number
  compareAt: number | null
  /** From when to when the price stands; null is always. */
  from: Date | null
  until: Date | null
  /** There are other variants of the product. */
  hasSiblings: boolean
  /** What has been chosen of the options, in their order. */
  optionLabels: string[]
  /** Labels of the product and of this variant, by the keys of their attributes. */
  attributes: Record<string, string>
  pictures: PictureRow[]
  /** The variant's own picture. */
  picture: PictureRow | null
  trail: CategoryLink[]
}

/** The place in the feed behind which it goes on. */
export interface FeedPlace {
  productId: number
  id: number
}

/** The next variants on show that have a price in the currency, in the order of their ids: one statement. */
export function feedVariants(after: FeedPlace, count: number, locality: Locality): Promise<FeedVariant[]> {
  return rows<FeedVariant>(VARIANTS, { after: after.productId, afterId: after.id, count, ...locality })
}

const VARIANTS = `
  select variant.id, product.id as "productId", product.slug, variant.sku, variant.barcode,
    variant.weight_grams as "weightGrams", catalogue.in_locale(product.title, $locale) as title,
    catalogue.in_locale(product.summary, $locale) as summary,
    catalogue.in_locale(product.description, $locale) as "descriptionHtml",
    product.brand, product.type, product.taxonomy, price.amount, price.compare_at as "compareAt",
    case when isfinite(price.valid_from) then price.valid_from end as from,
    case when isfinite(price.valid_until) then price.valid_until end as until,
    coalesce(stock.available, 0) as available, coalesce(stock.at_once, 0) as "atOnce",
    stock.restocked_on::text as "restockedOn",
    exists (select from catalogue.variants sibling where sibling.product_id = product.id
      and sibling.id <> variant.id and sibling.retired_at is null) as "hasSiblings",
    chosen.labels as "optionLabels", coalesce(shared.labels, '{}') || chosen.by_attribute as attributes,
    (select coalesce(jsonb_agg(${pictureJson('shown')} order by shown.position), '[]')
     from catalogue.pictures shown where shown.product_id = product.id) as pictures,
    case when own.id is not null then ${pictureJson('own')} end as picture,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path || '/', ancestor.path || '/')) as trail
  from catalogue.variants variant
  join catalogue.products product on product.id = variant.product_id
  join catalogue.categories category on category.id = product.category_id
  cross join lateral (
    select amount, compare_at, valid_from, valid_until from catalogue.prices
    where variant_id = variant.id and currency = $currency and valid_from <= now() and now() < valid_until
    order by valid_from desc limit 1
  ) price
  cross join lateral (
    select coalesce(jsonb_agg(catalogue.in_locale(value.label, $locale) order by value.number), '[]') as labels,
      coalesce(jsonb_object_agg(attribute.key, catalogue.in_locale(value.label, $locale))
        filter (where attribute.key is not null), '{}') as by_attribute
    from catalogue.variant_option_values selected
    join catalogue.option_values value on value.id = selected.option_value_id
    join catalogue.options option on option.product_id = value.product_id and option.number = value.number
    left join catalogue.attributes attribute on attribute.id = option.attribute_id
    where selected.variant_id = variant.id
  ) chosen
  cross join lateral (
    select jsonb_object_agg(key, label) as labels from (
      select attribute.key, string_agg(catalogue.in_locale(value.label, $locale), '/' order by value.id) as label
      from catalogue.product_values had
      join catalogue.attribute_values value on value.id = had.value_id
      join catalogue.attributes attribute on attribute.id = value.attribute_id
      where had.product_id = product.id group by attribute.key) named
  ) shared
  left join catalogue.pictures own on own.id = variant.picture_id
  left join inventory.availability stock on stock.variant_id = variant.id
  where (variant.product_id, variant.id) > ($after::bigint, $afterId::bigint) and variant.retired_at is null
    and product.id >= $after::bigint and catalogue.is_on_show(product.published_at, product.withdrawn_at)
  order by variant.product_id, variant.id limit $count`
