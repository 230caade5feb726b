import { row, rows } from '../platform/database.ts'

/** What a sale takes off of which goods, and when. */
export interface SaleTerms {
  /** In parts per million. */
  share: number
  /** Categories with everything below them. */
  categoryIds: number[]
  productIds: number[]
  startsAt: Date
  endsAt: Date
}

export interface SalePrice {
  sku: string
  title: string
  currency: string
  /** In minor units: the price that always holds, and the one of the sale. */
  standing: number
  amount: number
}

/**
 * Every price that a sale would make: `variantId`, `currency`, `standing`, `amount` and `was`. What it cost before is the
 * lowest price of the thirty days before it begins, as the law of prices that are compared asks for.
 */
export const SALE_PRICES = `
  select variant.id as variant_id, variant.product_id, variant.sku, product.title ->> 'en' as title, price.*,
    case when lowest > amount then lowest end as was
  from catalogue.products product
  join catalogue.variants variant on variant.product_id = product.id and variant.retired_at is null
  cross join lateral (
    select base.currency, base.amount as standing,
      greatest(1, (base.amount * (1000000 - $share::bigint) + 500000) / 1000000) as amount,
      least(base.amount, (
        select min(recent.amount) from catalogue.prices recent
        where recent.variant_id = base.variant_id and recent.currency = base.currency
          and isfinite(recent.valid_from) and recent.valid_from < $startsAt::timestamptz
          and recent.valid_until > $startsAt::timestamptz - interval '30 days')) as lowest
    from catalogue.prices base
    where base.variant_id = variant.id and base.valid_from = '-infinity') price
  where price.amount < price.standing and (product.id = any($productIds::bigint[]) or product.category_id in (
    select below.id from catalogue.categories chosen
    join catalogue.categories below on starts_with(below.path || '/', chosen.path || '/')
    where chosen.id = any($categoryIds::bigint[])))`

export interface SalePreview {
  products: number
  variants: number
  /** Some of its prices. */
  examples: SalePrice[]
}

/** What a sale would change, without changing it. */
export async function previewSale(terms: SaleTerms): Promise<SalePreview> {
  const [count, examples] = await Promise.all([
    row<{ products: number; variants: number }>(
      `select count(distinct product_id)::integer as products, count(distinct variant_id)::integer as variants
       from (${SALE_PRICES}) price`,
      { ...terms },
    ),
    rows<SalePrice>(
      `select sku, title, currency, standing, amount from (${SALE_PRICES}) price
       order by variant_id, currency = 'EUR' desc, currency limit 8`,
      { ...terms },
    ),
  ])
  return { ...count!, examples }
}
