import { rows } from '../platform/database.ts'
import { type SortColumn, type SortedPage, sortedBy } from '../platform/sorting.ts'
import { sql } from '../platform/sql.ts'

/** A product in the list of the staff. */
export interface OfficeProduct {
  id: number
  slug: string
  title: string
  brand: string
  status: string
  isOnShow: boolean
  variantCount: number
  updatedAt: Date
  /** What it has in the column by which the list is sorted. */
  sortKey: string
}

export const productFilters = ['all', 'on-show', 'hidden'] as const

const columns = {
  added: { by: sql`product.id`, kind: 'number' },
  title: { by: sql`lower(coalesce(title::jsonb ->> 'en', ''))`, kind: 'text' },
  brand: { by: sql`lower(coalesce(brand, ''))`, kind: 'text' },
  changed: { by: sql`updated_at`, kind: 'time' },
} satisfies Record<string, SortColumn>
export type ProductColumn = keyof typeof columns
export const productColumns = Object.keys(columns) as ProductColumn[]

interface Asked {
  filter: (typeof productFilters)[number]
  /** A piece of a title, or the beginning of a SKU. */
  text: string
  page: SortedPage<ProductColumn>
}

/** Products, sorted. */
export function officeProducts({ filter, text, page }: Asked, limit: number): Promise<OfficeProduct[]> {
  const { key, behind, order, values } = sortedBy(columns[page.sorting.column], sql`product.id`, page)
  const plain = text.toLowerCase().replace(/[\\%_]/g, '\\$&')
  return rows<OfficeProduct>(
    sql`select id, slug, title::jsonb ->> 'en' as title, brand, status,
       catalogue.is_on_show(published_at, withdrawn_at) as "isOnShow", updated_at as "updatedAt",
       (select count(*)::integer from catalogue.variants where product_id = product.id and retired_at is null)
         as "variantCount", ${key}
     from catalogue.products product
     where ${behind}
       and ($filter = 'all' or catalogue.is_on_show(published_at, withdrawn_at) = ($filter = 'on-show'))
       and ($text = '' or lower(title::jsonb ->> 'en') like $piece
         or id in (select product_id from catalogue.variants where lower(sku) like $beginning))
     order by ${order} limit $limit`,
    { filter, text, ...values, limit, piece: `%${plain}%`, beginning: `${plain}%` },
  )
}
