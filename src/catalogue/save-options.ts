import { rows, type Transaction } from '../platform/database.ts'
import type { OptionState } from './product-state.ts'

/** Writes the product's options and their values; an option or value that is there already keeps its id. */
export async function saveOptions(productId: number, options: OptionState[], tx: Transaction): Promise<void> {
  await rows(
    `with given as (select * from jsonb_to_recordset($options::jsonb) as option(number smallint, name jsonb)),
     removed as (
       delete from catalogue.options where product_id = $productId and number not in (select number from given))
     insert into catalogue.options (product_id, number, name) select $productId, number, name from given
     on conflict (product_id, number) do update set name = excluded.name`,
    { productId, options: JSON.stringify(options.map(({ name }, index) => ({ number: index + 1, name }))) },
    tx,
  )
  const values = options.flatMap((option, index) =>
    option.values.map((value, position) => ({ number: index + 1, position, ...value })),
  )
  await rows(
    `with given as (
       select * from jsonb_to_recordset($values::jsonb) as value(number smallint, position integer, key text, label jsonb)),
     removed as (
       delete from catalogue.option_values
       where product_id = $productId and (number, key) not in (select number, key from given))
     insert into catalogue.option_values (product_id, number, position, key, label)
     select $productId, number, position, key, label from given
     on conflict (product_id, number, key) do update set position = excluded.position, label = excluded.label`,
    { productId, values: JSON.stringify(values) },
    tx,
  )
}
