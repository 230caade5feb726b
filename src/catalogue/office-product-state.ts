import { row, type Transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'

/** How a product is, as the audit log keeps it. Locks it. */
export async function productStateOf(tx: Transaction, productId: number): Promise<object | undefined> {
  await row('select from catalogue.products where id = $productId for update', { productId }, tx)
  return row<{ slug: string }>(
    `select slug, title, brand, status, published_at as "publishedAt", withdrawn_at as "withdrawnAt", version,
       (select path from catalogue.categories where id = category_id) as category,
       (select jsonb_object_agg(sku, jsonb_strip_nulls(jsonb_build_object(
          'options', (select string_agg(value.key, ' · ' order by value.number)
            from catalogue.variant_option_values chosen
            join catalogue.option_values value on value.id = chosen.option_value_id
            where chosen.variant_id = variant.id),
          'barcode', barcode, 'grams', nullif(weight_grams, 0), 'tax', nullif(tax_class, 'standard'))) order by position)
        from catalogue.variants variant where product_id = product.id and retired_at is null) as variants,
       (select jsonb_agg(alt ->> 'en' order by position) from catalogue.pictures
        where product_id = product.id) as pictures,
       (select jsonb_object_agg(variant.sku || ' ' || price.currency, price.amount)
        from catalogue.prices price join catalogue.variants variant on variant.id = price.variant_id
        where variant.product_id = product.id and price.valid_from = '-infinity') as prices
     from catalogue.products product where id = $productId`,
    { productId },
    tx,
  )
}

/** The product that a form has made, as the audit log keeps it. Whoever sends the same form meanwhile waits. */
export async function stateOfMade(tx: Transaction, key: string): Promise<object | undefined> {
  await oneAtATime(tx, key)
  return row<{ id: number }>(
    'select id, slug, title, brand from catalogue.products where made_with = $key',
    { key },
    tx,
  )
}
