import { rows, type Transaction } from '../platform/database.ts'
import { inLocale, type Localised, locales } from '../platform/locale.ts'
import type { SearchDocument } from '../search/index.ts'
import { CATEGORY } from './facet-labels.ts'

/** The name of the facet that says that there is something that can be sent at once. */
export const IN_STOCK = 'in-stock'

interface ProductRow {
  id: number
  title: Localised
  summary: Localised
  brand: string
  tags: string[]
  featured: boolean
  popularity: number
  publishedAt: string
  skus: string[]
  shelves: number[]
  shelfNames: Localised[]
  family: string
  facets: { name: string; value: string; label: Localised }[]
  prices: Record<string, number>
  isInStock: boolean
  isForSale: boolean
}

/** Featured goods stand first, those that cannot be bought last; between them, what people buy and what is new. */
const FEATURED = 1_000_000
const MONTH_MS = 30 * 24 * 60 * 60 * 1_000
/** To be new weighs as much as an eighth of a sale on that day, on the scale of `countSale`. */
const NOVELTY = -3

/** The products as they are found, by those that are on show and have a price; the others are left out. */
export async function documentsOf(productIds: number[], tx: Transaction): Promise<SearchDocument[]> {
  const found = await rows<ProductRow>(PRODUCTS, { productIds }, tx)
  return found.map((product) => {
    const newest = new Date(product.publishedAt)
    return {
      id: product.id,
      merit: meritOf(product, newest),
      popularity: product.popularity,
      newest,
      shelves: product.shelves,
      facets: [
        ...product.facets.map(({ name, value }) => ({ name, value })),
        { name: CATEGORY, value: product.family },
        ...(product.isInStock ? [{ name: IN_STOCK, value: 'yes' }] : []),
      ],
      prices: product.prices,
      texts: Object.fromEntries(locales.map((locale) => [locale, textOf(product, locale)])),
    }
  })
}

function meritOf({ featured, popularity, isForSale }: ProductRow, newest: Date): number {
  const demand = Math.max(popularity, newest.getTime() / MONTH_MS + NOVELTY)
  return demand + (featured ? FEATURED : 0) - (isForSale ? 0 : 2 * FEATURED)
}

function textOf(product: ProductRow, locale: (typeof locales)[number]) {
  const labels = [...product.facets.map(({ label }) => label), ...product.shelfNames]
  return {
    name: inLocale(product.title, locale),
    terms: [product.brand, ...product.tags, ...labels.map((label) => inLocale(label, locale))],
    codes: product.skus,
    summary: inLocale(product.summary, locale),
  }
}

const PRODUCTS = `
  select product.id, product.title, product.summary, product.brand, product.tags, product.featured,
    product.popularity, product.published_at as "publishedAt", goods.skus, coalesce(goods.at_once, 0) > 0 as "isInStock",
    coalesce(goods.available, 0) > 0 as "isForSale",
    shelved.shelves, shelved.names as "shelfNames", shelved.family, offer.prices,
    (select coalesce(jsonb_agg(distinct jsonb_build_object(
        'name', attribute.key, 'value', value.key, 'label', value.label)), '[]')
     from catalogue.attribute_values value join catalogue.attributes attribute on attribute.id = value.attribute_id
     where attribute.is_facet and value.id in (
       select value_id from catalogue.product_values where product_id = product.id
       union all
       select chosen.value_id
       from catalogue.variants variant
       join catalogue.variant_option_values selected on selected.variant_id = variant.id
       join catalogue.option_values chosen on chosen.id = selected.option_value_id
       where variant.product_id = product.id and variant.retired_at is null)) as facets
  from unnest($productIds::bigint[]) as wanted(id)
  join catalogue.products product on product.id = wanted.id
  join lateral (
    select jsonb_object_agg(currency, lowest) as prices from catalogue.offers where product_id = product.id
  ) offer on offer.prices is not null
  cross join lateral (
    select jsonb_agg(ancestor.id) as shelves, jsonb_agg(ancestor.name) as names,
      split_part(min(category.path), '/', 1) as family
    from catalogue.categories category
    join catalogue.categories ancestor on starts_with(category.path || '/', ancestor.path || '/')
    where category.id = product.category_id
  ) shelved
  cross join lateral (
    select jsonb_agg(variant.sku) as skus, sum(stock.available) as available, sum(stock.at_once) as at_once
    from catalogue.variants variant
    left join inventory.availability stock on stock.variant_id = variant.id
    where variant.product_id = product.id and variant.retired_at is null
  ) goods
  where catalogue.is_on_show(product.published_at, product.withdrawn_at)`
