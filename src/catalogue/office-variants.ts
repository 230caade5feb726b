import { rows } from '../platform/database.ts'
import { type SortColumn, type SortedPage, sortedBy } from '../platform/sorting.ts'
import { sql } from '../platform/sql.ts'

/** A variant as staff find it, whether it is on show or not. */
export interface OfficeVariant {
  id: number
  sku: string
  title: string
  optionText: string
  slug: string
}

const columns = {
  added: { by: sql`variant.id`, kind: 'number' },
  sku: { by: sql`lower(variant.sku)`, kind: 'text' },
  product: { by: sql`lower(coalesce(product.title::jsonb ->> 'en', ''))`, kind: 'text' },
} satisfies Record<string, SortColumn>
export type VariantColumn = keyof typeof columns
export const variantColumns = Object.keys(columns) as VariantColumn[]

const VARIANT = sql`variant.id, variant.sku, product.title::jsonb ->> 'en' as title, product.slug,
  coalesce((select string_agg(value.label::jsonb ->> 'en', ' · ' order by value.number)
    from catalogue.variant_option_values chosen join catalogue.option_values value on value.id = chosen.option_value_id
    where chosen.variant_id = variant.id), '') as "optionText"`

/** Variants of which the SKU begins so, or whose product's title has it in it, sorted. */
export function officeVariants(text: string, page: SortedPage<VariantColumn>, limit: number) {
  const { key, behind, order, values } = sortedBy(columns[page.sorting.column], sql`variant.id`, page)
  const plain = text.toLowerCase().replace(/[\\%_]/g, '\\$&')
  return rows<OfficeVariant & { sortKey: string }>(
    sql`select ${VARIANT}, ${key}
     from catalogue.variants variant join catalogue.products product on product.id = variant.product_id
     where variant.retired_at is null and ${behind}
       and ($text = '' or lower(variant.sku) like $beginning or variant.product_id in (
         select id from catalogue.products where lower(title::jsonb ->> 'en') like $piece))
     order by ${order} limit $limit`,
    { text, ...values, limit, beginning: `${plain}%`, piece: `%${plain}%` },
  )
}

/** The same by their ids, in the order of the ids that are given. */
export function officeVariantsOf(variantIds: number[]): Promise<OfficeVariant[]> {
  return rows<OfficeVariant>(
    `select ${VARIANT}
     from unnest($variantIds::bigint[]) with ordinality as wanted (id, place)
     join catalogue.variants variant on variant.id = wanted.id
     join catalogue.products product on product.id = variant.product_id order by wanted.place`,
    { variantIds },
  )
}
