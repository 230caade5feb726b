import { row, rows } from '../platform/database.ts'
import type { SalePrice } from './sale-prices.ts'

/** A sale in the list of the staff. */
export interface OfficeSale {
  id: number
  name: string
  /** In parts per million. */
  share: number
  startsAt: Date
  /** When it ends, or has been ended. */
  endsAt: Date
  state: 'planned' | 'running' | 'over'
  products: number
}

const SALE = `sale.id, sale.name, sale.share, sale.starts_at as "startsAt", coalesce(sale.stopped_at, sale.ends_at) as "endsAt",
  case when coalesce(sale.stopped_at, sale.ends_at) <= now() then 'over'
    when sale.starts_at > now() then 'planned' else 'running' end as state,
  (select count(distinct variant.product_id)::integer from catalogue.prices price
    join catalogue.variants variant on variant.id = price.variant_id where price.sale_id = sale.id) as products`

/** The sales, the last one that begins first. */
export function officeSales(limit: number): Promise<OfficeSale[]> {
  return rows<OfficeSale>(
    `select ${SALE} from catalogue.sales sale order by starts_at desc, id desc limit $limit`,
    { limit },
  )
}

/** A sale with what it was planned for; undefined when there is none. */
export function officeSale(saleId: number) {
  return row<OfficeSale & { categoryIds: number[]; slugs: string[] }>(
    `select ${SALE}, category_ids as "categoryIds",
       array(select slug from catalogue.products where id = any(sale.product_ids) order by slug) as slugs
     from catalogue.sales sale where id = $saleId`,
    { saleId },
  )
}

/** Its prices after the one of a SKU and currency, in their order. */
export function pricesOfSale(saleId: number, after: { sku: string; currency: string }, limit: number) {
  return rows<SalePrice>(
    `select variant.sku, product.title ->> 'en' as title, price.currency, price.amount,
       coalesce(standing.amount, price.compare_at, price.amount) as standing
     from catalogue.prices price
     join catalogue.variants variant on variant.id = price.variant_id
     join catalogue.products product on product.id = variant.product_id
     left join catalogue.prices standing on standing.variant_id = price.variant_id
       and standing.currency = price.currency and standing.valid_from = '-infinity'
     where price.sale_id = $saleId and (variant.sku, price.currency) > ($sku, $currency)
     order by variant.sku, price.currency limit $limit`,
    { saleId, ...after, limit },
  )
}
