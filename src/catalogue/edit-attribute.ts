import { patientTransaction, row, rows, type Transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { draftOf } from './draft-of.ts'
import { listSoon } from './list-soon.ts'
import { officeAttribute, type WholeAttribute } from './office-attributes.ts'
import { saveProducts } from './save-product.ts'
import { mergeTexts, type Texts } from './texts.ts'
import { productsNamed } from './whole-products.ts'

/** What staff change of an attribute: its words, and those of its values by their ids; the others go. */
export interface AttributeEdit {
  name: Texts
  unit: string
  isFacet: boolean
  values: { id: number; label: Texts }[]
}

type Outcome = { refused?: undefined } | { refused: 'unknown' | 'changed' }

/** Makes an attribute what was typed by somebody who saw it as it is (`isSeen` says so). Lists follow. */
export function editAttribute(id: number, isSeen: (now: WholeAttribute) => boolean, edit: AttributeEdit) {
  return patientTransaction(async (tx): Promise<Outcome> => {
    await oneAtATime(tx, `catalogue.attributes ${id}`)
    const now = await officeAttribute(id, tx)
    if (!now) return { refused: 'unknown' }
    if (!isSeen(now)) return { refused: 'changed' }
    const gone = now.values
      .filter((value) => !edit.values.some((kept) => kept.id === value.id))
      .map((value) => value.id)
    const touched = await productsWith(tx, gone)
    await rows(
      `update catalogue.attributes set name = $name::jsonb, unit = $unit, is_facet = $isFacet where id = $id`,
      { id, name: JSON.stringify(mergeTexts(undefined, edit.name)), unit: edit.unit, isFacet: edit.isFacet },
      tx,
    )
    await rows(
      `update catalogue.attribute_values value set label = said.label
       from jsonb_to_recordset($said::jsonb) as said(id integer, label jsonb) where value.id = said.id and attribute_id = $id`,
      {
        id,
        said: JSON.stringify(
          edit.values.map((value) => ({ ...value, label: mergeTexts(undefined, value.label) })),
        ),
      },
      tx,
    )
    await rows('delete from catalogue.attribute_values where id = any($gone::integer[])', { gone }, tx)
    await listSoon(touched, tx)
    return {}
  })
}

/** Gives the products that have one value another one of the same attribute, and does away with the first. */
export function mergeValues(id: number, from: number, into: number) {
  return patientTransaction(async (tx): Promise<Outcome> => {
    await oneAtATime(tx, `catalogue.attributes ${id}`)
    const now = await officeAttribute(id, tx)
    const has = (value: number) => now?.values.some((one) => one.id === value)
    if (from === into || !has(from) || !has(into)) return { refused: 'unknown' }
    const touched = await productsWith(tx, [from])
    await rows(
      `insert into catalogue.product_values (product_id, value_id)
       select product_id, $into from catalogue.product_values where value_id = $from on conflict do nothing`,
      { from, into },
      tx,
    )
    await rows(
      'update catalogue.option_values set value_id = $into where value_id = $from',
      { from, into },
      tx,
    )
    await rows('delete from catalogue.attribute_values where id = $from', { from }, tx)
    await listSoon(touched, tx)
    return {}
  })
}

/** Gives every product of a brand another brand, which may be there already. */
export function renameBrand(from: string, to: string) {
  return patientTransaction(async (tx) => {
    const found = await rows<{ slug: string }>(
      'select slug from catalogue.products where brand = $from order by slug for update',
      { from },
      tx,
    )
    for (let first = 0; first < found.length; first += AT_A_TIME) {
      const slugs = found.slice(first, first + AT_A_TIME).map(({ slug }) => slug)
      const wholes = await productsNamed(slugs, tx)
      await saveProducts(
        [...wholes.values()].map((whole) => ({ ...draftOf(whole), brand: to })),
        tx,
      )
    }
    return { products: found.length }
  })
}

const AT_A_TIME = 200

/** How an attribute is, as the audit log keeps it. Whoever changes it meanwhile waits. */
export async function attributeStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  await oneAtATime(tx, `catalogue.attributes ${id}`)
  const now = await officeAttribute(id, tx)
  return now && { ...now, values: Object.fromEntries(now.values.map(({ key, label }) => [key, label])) }
}

/** How many products a brand has, as the audit log keeps it. Whoever renames it meanwhile waits. */
export async function brandStateOf(tx: Transaction, brand: string): Promise<object | undefined> {
  await oneAtATime(tx, 'the brands')
  return row<{ products: number }>(
    'select count(*)::integer as products from catalogue.products where brand = $brand',
    { brand },
    tx,
  )
}

async function productsWith(tx: Transaction, valueIds: number[]): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select product_id as id from catalogue.product_values where value_id = any($valueIds::integer[])
     union select product_id from catalogue.option_values where value_id = any($valueIds::integer[])`,
    { valueIds },
    tx,
  )
  return found.map(({ id }) => id)
}
