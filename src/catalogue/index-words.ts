import { rows, type Transaction } from '../platform/database.ts'
import { locales } from '../platform/locale.ts'

/** Writes what search reads of the products, in every language: titles count most, summaries least. */
export async function indexWords(productIds: number[], tx: Transaction): Promise<void> {
  await rows(
    `insert into catalogue.product_words (product_id, locale, words)
     select product.id, locale,
       setweight(catalogue.words_of(locale, catalogue.in_locale(product.title, locale)), 'A')
       || setweight(catalogue.words_of(locale, product.brand || ' ' || goods.words), 'B')
       || setweight(catalogue.words_of(locale, catalogue.in_locale(product.summary, locale)), 'C')
     from catalogue.products product
     cross join unnest($locales::text[]) as locale
     cross join lateral (
       select coalesce(string_agg(word, ' '), '') as words from (
         select sku from catalogue.variants where product_id = product.id and retired_at is null
         union all
         select catalogue.in_locale(label, locale) from catalogue.option_values where product_id = product.id
       ) as named(word)
     ) goods
     where product.id = any($productIds::bigint[])
     on conflict (product_id, locale) do update set words = excluded.words`,
    { productIds, locales: [...locales] },
    tx,
  )
}
