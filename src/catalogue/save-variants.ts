import { rows, type Transaction } from '../platform/database.ts'
import type { VariantState } from './product-state.ts'

/** A variant as it stands in the catalogue; `isNew` when nobody has ever offered it before. */
export interface SavedVariant {
  id: number
  sku: string
  isNew: boolean
}

/** The stock keeping unit is another product's. */
export interface SkuTaken {
  refused: 'sku-taken'
  sku: string
}

/**
 * Writes the product's variants, by SKU, with their option values and prices; retires its other ones.
 * After a refusal the caller takes back what was written.
 */
export async function saveVariants(
  productId: number,
  variants: VariantState[],
  tx: Transaction,
): Promise<SavedVariant[] | SkuTaken> {
  const saved = await upsertVariants(productId, variants, tx)
  const taken = variants.find(({ sku }) => !saved.some((variant) => variant.sku === sku))
  if (taken) return { refused: 'sku-taken', sku: taken.sku }
  const known = variants.map((variant) => ({
    ...variant,
    id: saved.find(({ sku }) => sku === variant.sku)!.id,
  }))
  await saveChoices(productId, known, tx)
  await savePrices(known, tx)
  return saved
}

function upsertVariants(
  productId: number,
  variants: VariantState[],
  tx: Transaction,
): Promise<SavedVariant[]> {
  const given = variants.map(({ values, prices, ...variant }, position) => ({ ...variant, position }))
  return rows<SavedVariant>(
    `with given as (
       select * from jsonb_to_recordset($given::jsonb) as variant(
         sku text, barcode text, "weightGrams" integer, "taxClass" text, picture integer, position integer)),
     retired as (
       update catalogue.variants set retired_at = now()
       where product_id = $productId and retired_at is null and sku not in (select sku from given))
     insert into catalogue.variants as variant
       (product_id, sku, barcode, position, weight_grams, tax_class, picture_id)
     select $productId, given.sku, given.barcode, given.position, given."weightGrams", given."taxClass", picture.id
     from given
     left join catalogue.pictures picture on picture.product_id = $productId and picture.position = given.picture
     order by given.sku
     on conflict (sku) do update set barcode = excluded.barcode, position = excluded.position,
       weight_grams = excluded.weight_grams, tax_class = excluded.tax_class, picture_id = excluded.picture_id,
       retired_at = null
       where variant.product_id = excluded.product_id
     returning id, sku, xmax = 0 as "isNew"`,
    { productId, given: JSON.stringify(given) },
    tx,
  )
}

type Known = VariantState & { id: number }

async function saveChoices(productId: number, variants: Known[], tx: Transaction): Promise<void> {
  const choices = variants.flatMap(({ id, values }) =>
    values.map((key, index) => ({ id, number: index + 1, key })),
  )
  await rows(
    `with given as (select * from jsonb_to_recordset($choices::jsonb) as choice(id bigint, number smallint, key text)),
     removed as (
       delete from catalogue.variant_option_values
       where product_id = $productId and variant_id = any($variantIds) and (variant_id, number) not in (select id, number from given))
     insert into catalogue.variant_option_values (variant_id, product_id, number, option_value_id)
     select given.id, $productId, given.number, value.id
     from given
     join catalogue.option_values value
       on value.product_id = $productId and value.number = given.number and value.key = given.key
     on conflict (variant_id, number) do update set option_value_id = excluded.option_value_id`,
    { productId, choices: JSON.stringify(choices), variantIds: variants.map(({ id }) => id) },
    tx,
  )
}

async function savePrices(variants: Known[], tx: Transaction): Promise<void> {
  const given = variants.flatMap(({ id, prices }) => prices.map((price) => ({ id, ...price })))
  await rows(
    `insert into catalogue.prices (variant_id, currency, amount, compare_at)
     select id, currency, amount, "compareAt"
     from jsonb_to_recordset($given::jsonb) as price(id bigint, currency text, amount bigint, "compareAt" bigint)
     on conflict (variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at`,
    { given: JSON.stringify(given) },
    tx,
  )
}
