import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** Everything that hangs on a product, in the form in which it is compared and written. */
export interface ProductState {
  options: OptionState[]
  pictures: PictureState[]
  variants: VariantState[]
  /** What it is chosen by, `material=oak`, but for its brand and its options. */
  values: string[]
  related: string[]
}

export interface OptionState {
  name: Localised
  values: { key: string; label: Localised }[]
}

export interface PictureState {
  key: string
  width: number
  height: number
  colour: string
  alt: Localised
  source: string | null
}

export interface VariantState {
  sku: string
  barcode: string | null
  weightGrams: number
  taxClass: string
  values: string[]
  picture: number | null
  prices: PriceState[]
}

export interface PriceState {
  currency: string
  amount: number
  compareAt: number | null
  /** Moments as `toISOString` writes them; null is always. */
  from: string | null
  until: string | null
}

/** What hangs on a product now, and which variants it offers; those that are retired are left out. */
export interface StateOfProduct {
  now: ProductState
  variants: { productId: number; id: number; sku: string }[]
}

/** The states of these products, by their ids. */
export async function readStates(
  productIds: number[],
  tx: Transaction,
): Promise<Map<number, StateOfProduct>> {
  const found = await rows<ProductState & { productId: number; offered: StateOfProduct['variants'] }>(
    `select product.id as "productId", ${listOf(OPTIONS)} as options, ${listOf(PICTURES)} as pictures,
       ${listOf(VARIANTS)} as variants, ${listOf(VALUES)} as values, ${listOf(RELATED)} as related,
       ${listOf(OFFERED)} as offered
     from unnest($productIds::bigint[]) as product(id)`,
    { productIds },
    tx,
  )
  return new Map(found.map(({ productId, offered, ...now }) => [productId, { now, variants: offered }]))
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
const MOMENT_FROM = `case when isfinite(price.valid_from) then to_char(price.valid_from at time zone 'utc', '${MOMENT}') end`
const MOMENT_UNTIL = `case when isfinite(price.valid_until) then to_char(price.valid_until at time zone 'utc', '${MOMENT}') end`

const listOf = (entries: string) => `coalesce((${entries}), '[]')`

const OPTIONS = `
  select jsonb_agg(jsonb_build_object('name', option.name, 'values', (
      select coalesce(jsonb_agg(jsonb_build_object('key', value.key, 'label', value.label) order by value.position), '[]')
      from catalogue.option_values value where value.product_id = option.product_id and value.number = option.number
    )) order by option.number)
  from catalogue.options option where option.product_id = product.id`

const PICTURES = `
  select jsonb_agg(jsonb_build_object('key', media_key, 'width', width, 'height', height, 'colour', colour,
    'alt', alt, 'source', source) order by position)
  from catalogue.pictures where product_id = product.id`

const VARIANTS = `
  select jsonb_agg(jsonb_build_object('sku', variant.sku, 'barcode', variant.barcode,
    'weightGrams', variant.weight_grams, 'taxClass', variant.tax_class, 'picture', picture.position,
    'values', (
      select coalesce(jsonb_agg(value.key order by value.number), '[]')
      from catalogue.variant_option_values chosen
      join catalogue.option_values value on value.id = chosen.option_value_id
      where chosen.variant_id = variant.id),
    'prices', (
      select coalesce(jsonb_agg(jsonb_build_object('currency', price.currency, 'amount', price.amount,
        'compareAt', price.compare_at, 'from', ${MOMENT_FROM}, 'until', ${MOMENT_UNTIL})
        order by price.currency, price.valid_from), '[]')
      from catalogue.prices price where price.variant_id = variant.id)
    ) order by variant.position)
  from catalogue.variants variant
  left join catalogue.pictures picture on picture.id = variant.picture_id
  where variant.product_id = product.id and variant.retired_at is null`

const VALUES = `
  select jsonb_agg(attribute.key || '=' || value.key order by attribute.key, value.key)
  from catalogue.product_values had
  join catalogue.attribute_values value on value.id = had.value_id
  join catalogue.attributes attribute on attribute.id = value.attribute_id
  where had.product_id = product.id and attribute.key <> 'brand'`

const RELATED = `
  select jsonb_agg(other.slug order by related.position)
  from catalogue.related_products related join catalogue.products other on other.id = related.related_id
  where related.product_id = product.id`

const OFFERED = `
  select jsonb_agg(jsonb_build_object('productId', product.id, 'id', variant.id, 'sku', variant.sku))
  from catalogue.variants variant where variant.product_id = product.id and variant.retired_at is null`
