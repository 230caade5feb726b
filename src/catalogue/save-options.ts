import { rows, type Transaction } from '../platform/database.ts'
import type { OptionState } from './product-state.ts'

/** Which product it is of, and whether it is its first, second or third option. */
type Option = OptionState & { productId: number; number: number }

/** Writes the options of the products and their values; an option or value that is there already keeps its id. */
export async function saveOptions(productIds: number[], options: Option[], tx: Transaction): Promise<void> {
  const values = options.flatMap(({ productId, number, values }) =>
    values.map((value, position) => ({ ...value, productId, number, position })),
  )
  await rows(
    `with given as (
       select * from jsonb_to_recordset($options::jsonb) as option("productId" bigint, number smallint, name jsonb)),
     removed as (
       delete from catalogue.options
       where product_id = any($productIds::bigint[]) and (product_id, number) not in (select "productId", number from given))
     insert into catalogue.options (product_id, number, name) select "productId", number, name from given
     on conflict (product_id, number) do update set name = excluded.name`,
    { productIds, options: JSON.stringify(options) },
    tx,
  )
  await rows(
    `with given as (
       select * from jsonb_to_recordset($values::jsonb) as value(
         "productId" bigint, number smallint, position integer, key text, label jsonb)),
     removed as (
       delete from catalogue.option_values
       where product_id = any($productIds::bigint[])
         and (product_id, number, key) not in (select "productId", number, key from given))
     insert into catalogue.option_values (product_id, number, position, key, label)
     select "productId", number, position, key, label from given
     on conflict (product_id, number, key) do update set position = excluded.position, label = excluded.label`,
    { productIds, values: JSON.stringify(values) },
    tx,
  )
}
