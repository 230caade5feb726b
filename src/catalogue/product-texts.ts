import { rows } from '../platform/database.ts'

/** What there is to say of each product that is on show: title, brand, category and attributes, in every language. */
export function productTexts(): Promise<{ id: number; text: string }[]> {
  return rows<{ id: number; text: string }>(
    `select product.id, concat_ws(' ', (select string_agg(value, ' ') from jsonb_each_text(product.title)), product.brand,
       (select string_agg(value, ' ') from jsonb_each_text(category.name)), attributes.words) as text
     from catalogue.products product
     join catalogue.categories category on category.id = product.category_id
     left join lateral (
       select string_agg(label.value, ' ') as words
       from catalogue.product_values has join catalogue.attribute_values had on had.id = has.value_id
       cross join lateral jsonb_each_text(had.label) label
       where has.product_id = product.id) attributes on true
     where catalogue.is_on_show(product.published_at, product.withdrawn_at) order by product.id`,
  )
}
