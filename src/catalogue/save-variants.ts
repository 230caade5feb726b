import { rows, type Transaction } from '../platform/database.ts'
import type { VariantState } from './product-state.ts'

/** A variant as it stands in the catalogue; `isNew` when nobody has ever offered it before. */
export interface SavedVariant {
  productId: number
  id: number
  sku: string
  isNew: boolean
}

type Variant = VariantState & { productId: number; position: number }

/**
 * Writes the variants of the products, by SKU, with their option values and prices; retires the other ones.
 * Gives the SKUs that are other products'; the caller then takes back what was written.
 */
export async function saveVariants(productIds: number[], variants: Variant[], tx: Transaction) {
  const saved = await saveRows(productIds, variants, tx)
  const ids = new Map(saved.map(({ productId, sku, id }) => [`${productId} ${sku}`, id]))
  const known = variants.map((variant) => ({
    ...variant,
    id: ids.get(`${variant.productId} ${variant.sku}`),
  }))
  const taken = known.filter(({ id }) => id === undefined).map(({ sku }) => sku)
  if (taken.length > 0) return { taken, variants: [] }
  await saveChoices(known, tx)
  await savePrices(known, tx)
  return { taken, variants: saved }
}

function saveRows(productIds: number[], variants: Variant[], tx: Transaction): Promise<SavedVariant[]> {
  const given = variants.map(({ values, prices, ...variant }) => variant)
  return rows<SavedVariant>(
    `with given as (
       select * from jsonb_to_recordset($given::jsonb) as variant("productId" bigint, position integer,
         sku text, barcode text, "weightGrams" integer, "taxClass" text, picture integer)),
     retired as (
       update catalogue.variants set retired_at = now()
       where product_id = any($productIds::bigint[]) and retired_at is null
         and (product_id, sku) not in (select "productId", sku from given))
     insert into catalogue.variants as variant
       (product_id, sku, barcode, position, weight_grams, tax_class, picture_id)
     select given."productId", given.sku, given.barcode, given.position, given."weightGrams", given."taxClass", picture.id
     from given
     left join catalogue.pictures picture
       on picture.product_id = given."productId" and picture.position = given.picture
     order by given.sku
     on conflict (sku) do update set barcode = excluded.barcode, position = excluded.position,
       weight_grams = excluded.weight_grams, tax_class = excluded.tax_class, picture_id = excluded.picture_id,
       retired_at = null
       where variant.product_id = excluded.product_id
     returning product_id as "productId", id, sku, xmax = 0 as "isNew"`,
    { productIds, given: JSON.stringify(given) },
    tx,
  )
}

type Known = Variant & { id: number | undefined }

async function saveChoices(variants: Known[], tx: Transaction): Promise<void> {
  const choices = variants.flatMap(({ productId, id, values }) =>
    values.map((key, index) => ({ productId, id, number: index + 1, key })),
  )
  await rows(
    `with given as (
       select * from jsonb_to_recordset($choices::jsonb) as choice(
         "productId" bigint, id bigint, number smallint, key text)),
     removed as (
       delete from catalogue.variant_option_values
       where variant_id = any($variantIds::bigint[]) and (variant_id, number) not in (select id, number from given))
     insert into catalogue.variant_option_values (variant_id, product_id, number, option_value_id)
     select given.id, given."productId", given.number, value.id
     from given
     join catalogue.option_values value
       on value.product_id = given."productId" and value.number = given.number and value.key = given.key
     on conflict (variant_id, number) do update set option_value_id = excluded.option_value_id`,
    { choices: JSON.stringify(choices), variantIds: variants.map(({ id }) => id) },
    tx,
  )
}

async function savePrices(variants: Known[], tx: Transaction): Promise<void> {
  const given = variants.flatMap(({ id, prices }) => prices.map((price) => ({ ...price, id })))
  await rows(
    `insert into catalogue.prices (variant_id, currency, amount, compare_at, valid_from, valid_until)
     select id, currency, amount, "compareAt", coalesce("from", '-infinity'), coalesce("until", 'infinity')
     from jsonb_to_recordset($given::jsonb) as price(id bigint, currency text, amount bigint, "compareAt" bigint,
       "from" timestamptz, "until" timestamptz)
     on conflict (variant_id, currency, valid_from) do update
       set amount = excluded.amount, compare_at = excluded.compare_at, valid_until = excluded.valid_until`,
    { given: JSON.stringify(given) },
    tx,
  )
}
