import { rows } from '../platform/database.ts'

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
}

export const productFilters = ['all', 'on-show', 'hidden'] as const

interface Asked {
  filter: (typeof productFilters)[number]
  /** A piece of a title, or the beginning of a SKU. */
  text: string
  /** Only those that came into the shop before this one. */
  before: number | null
}

/** Products, the newest first. */
export function officeProducts({ filter, text, before }: Asked, limit: number): Promise<OfficeProduct[]> {
  const plain = text.toLowerCase().replace(/[\\%_]/g, '\\$&')
  return rows<OfficeProduct>(
    `select id, slug, title::jsonb ->> 'en' as title, brand, status,
       catalogue.is_on_show(published_at, withdrawn_at) as "isOnShow", updated_at as "updatedAt",
       (select count(*)::integer from catalogue.variants where product_id = product.id and retired_at is null)
         as "variantCount"
     from catalogue.products product
     where ($before::bigint is null or id < $before)
       and ($filter = 'all' or catalogue.is_on_show(published_at, withdrawn_at) = ($filter = 'on-show'))
       and ($text = '' or lower(title::jsonb ->> 'en') like $piece
         or id in (select product_id from catalogue.variants where lower(sku) like $beginning))
     order by id desc limit $limit`,
    { filter, text, before, limit, piece: `%${plain}%`, beginning: `${plain}%` },
  )
}
