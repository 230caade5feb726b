import { row, rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** What goods have in common and can be chosen by, as staff see it. */
export interface OfficeAttribute {
  id: number
  key: string
  name: Localised
  kind: 'choice' | 'number' | 'flag'
  unit: string
  isFacet: boolean
  values: number
  products: number
}

export interface OfficeValue {
  id: number
  key: string
  label: Localised
  products: number
}

const HAS = `
  select had.product_id, had.value_id from catalogue.product_values had
  union select product_id, value_id from catalogue.option_values where value_id is not null`

/** Every attribute but the brand, in the order of the lists. */
export function officeAttributes(): Promise<OfficeAttribute[]> {
  return rows<OfficeAttribute>(
    `with has as (${HAS})
     select attribute.id, attribute.key, name, kind, unit, is_facet as "isFacet",
       count(distinct value.id)::integer as values, count(distinct has.product_id)::integer as products
     from catalogue.attributes attribute
     left join catalogue.attribute_values value on value.attribute_id = attribute.id
     left join has on has.value_id = value.id
     where attribute.key <> 'brand'
     group by attribute.id order by attribute.position, attribute.id`,
  )
}

/** An attribute with its values, those that most products have first; undefined when there is none. */
export async function officeAttribute(id: number, tx?: Transaction) {
  const attribute = await row<Omit<OfficeAttribute, 'values' | 'products'>>(
    `select id, key, name, kind, unit, is_facet as "isFacet" from catalogue.attributes where id = $id and key <> 'brand'`,
    { id },
    tx,
  )
  if (!attribute) return undefined
  const values = await rows<OfficeValue>(
    `with has as (${HAS})
     select value.id, value.key, label, (select count(*)::integer from has where has.value_id = value.id) as products
     from catalogue.attribute_values value where attribute_id = $id order by position, id`,
    { id },
    tx,
  )
  return { ...attribute, values }
}

export type WholeAttribute = NonNullable<Awaited<ReturnType<typeof officeAttribute>>>

/** The brands, those of most products first. */
export function officeBrands(): Promise<{ brand: string; products: number }[]> {
  return rows(
    `select brand, count(*)::integer as products from catalogue.products where brand <> ''
     group by brand order by count(*) desc, brand limit 1000`,
  )
}
