import { row, rows, type Transaction } from '../platform/database.ts'
import { type Money, money } from '../platform/money.ts'
import type { Locality } from './locality.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'

/** A variant as a basket or an order line names it. */
export interface SellableVariant {
  id: number
  sku: string
  slug: string
  productId: number
  /** Its category and those above it. */
  categoryIds: number[]
  title: string
  /** "Oat · Large", or nothing for a product without options. */
  optionText: string
  picture: Picture
  price: Money | null
  was: Money | null
  taxClass: string
  weightGrams: number
  /** It is offered and its product is published: without that it can be shown, but not sold. */
  isPublished: boolean
}

/** What is known of these variants, in the order of the ids; unknown ids are left out. */
export async function findVariants(
  ids: number[],
  locality: Locality,
  tx?: Transaction,
): Promise<SellableVariant[]> {
  const { locale, currency } = locality
  const found = await rows<VariantRow>(VARIANTS, { ids, locale, currency }, tx)
  return found.map((variant) => ({
    ...variant,
    picture: pictureOf(variant.picture),
    price: variant.price === null ? null : money(variant.price, currency),
    was: variant.was === null ? null : money(variant.was, currency),
  }))
}

/**
 * The variant with this SKU; where option values are given, the variant of the same product that has them.
 * Undefined where there is none that is offered.
 */
export async function findVariant(
  { sku, optionValueIds }: { sku: string; optionValueIds: number[] },
  locality: Locality,
  tx?: Transaction,
): Promise<SellableVariant | undefined> {
  const found = await row<{ id: number }>(RESOLVED, { sku, optionValueIds }, tx)
  const [variant] = found ? await findVariants([found.id], locality, tx) : []
  return variant?.isPublished ? variant : undefined
}

type VariantRow = Omit<SellableVariant, 'picture' | 'price' | 'was'> & {
  picture: PictureRow | null
  price: number | null
  was: number | null
}

const VARIANTS = `
  select variant.id, variant.sku, product.slug, product.id as "productId", array(
      select ancestor.id from catalogue.categories category
      join catalogue.categories ancestor on starts_with(category.path || '/', ancestor.path || '/')
      where category.id = product.category_id) as "categoryIds",
    catalogue.in_locale(product.title, $locale) as title,
    (select coalesce(string_agg(catalogue.in_locale(value.label, $locale), ' · ' order by value.number), '')
     from catalogue.variant_option_values chosen
     join catalogue.option_values value on value.id = chosen.option_value_id
     where chosen.variant_id = variant.id) as "optionText",
    (select ${pictureJson('picture')} from catalogue.pictures picture
     where picture.product_id = product.id
     order by picture.id = variant.picture_id desc nulls last, picture.position limit 1) as picture,
    price.amount as price, price.compare_at as was,
    variant.tax_class as "taxClass", variant.weight_grams as "weightGrams",
    variant.retired_at is null and catalogue.is_on_show(product.published_at, product.withdrawn_at) as "isPublished"
  from unnest($ids::bigint[]) with ordinality as wanted(variant_id, place)
  join catalogue.variants variant on variant.id = wanted.variant_id
  join catalogue.products product on product.id = variant.product_id
  left join lateral catalogue.price_of(variant.id, $currency) price on true
  order by wanted.place`

const RESOLVED = `
  select sibling.id
  from catalogue.variants named
  join catalogue.variants sibling on sibling.product_id = named.product_id and sibling.retired_at is null
  where named.sku = $sku
    and case when cardinality($optionValueIds::bigint[]) = 0 then sibling.id = named.id
      else (
        select count(*) from catalogue.variant_option_values chosen
        where chosen.variant_id = sibling.id and chosen.option_value_id = any($optionValueIds::bigint[])
      ) = cardinality($optionValueIds::bigint[]) end
  order by sibling.position limit 1`
