import { rows, type Transaction } from '../platform/database.ts'
import { locales } from '../platform/locale.ts'
import { reservedNames } from './listing-query.ts'
import type { OptionDraft, ProductDraft } from './product-draft.ts'
import { keyOf } from './slug.ts'
import { mergeTexts, type Texts } from './texts.ts'
import type { ValueDraft } from './value-draft.ts'

interface Saved {
  product: { id: number }
  draft: ProductDraft
}

/** The value of a product: of itself, or of the option's value that has this key. */
type ProductValue = ValueDraft & { productId: number; option?: { number: number; key: string } }

const brand = { key: 'brand', name: { en: 'Brand', de: 'Marke' } }

/** Writes what products can be chosen by: their brand, their values, and those of their options. */
export async function saveValues(changes: Saved[], tx: Transaction): Promise<void> {
  const own = changes.flatMap(ownValues)
  const optional = changes.flatMap(optionValues)
  await nameValues([...own, ...optional], tx)
  await keepOwn(changes, own, tx)
  await tieOptions(optional, tx)
}

function ownValues({ product, draft }: Saved): ProductValue[] {
  const branded = draft.brand
    ? [{ attribute: brand, key: keyOf(draft.brand), label: { en: draft.brand } }]
    : []
  return [...branded, ...(draft.values ?? [])].map((value) => ({ ...value, productId: product.id }))
}

function optionValues({ product, draft }: Saved): ProductValue[] {
  return draft.options.flatMap((option, index) =>
    option.values.map(({ key, label }) => ({
      ...{ productId: product.id, option: { number: index + 1, key } },
      attribute: { key: attributeOf(option), name: option.name },
      key: keyOf(anyText(label)),
      label,
    })),
  )
}

/** An option lets choose an attribute of the same name; a name that addresses need for something else gets another. */
function attributeOf({ name }: OptionDraft): string {
  const key = keyOf(anyText(name))
  return reservedNames.has(key) || key === brand.key ? `option-${key}` : key
}

function anyText(texts: Texts): string {
  return locales.map((locale) => texts[locale]).find(Boolean) ?? ''
}

/** Attributes and values that are there already stay as they are, for others may have renamed them. */
async function nameValues(values: ProductValue[], tx: Transaction): Promise<void> {
  const each = new Map(values.map((value) => [`${value.attribute.key}=${value.key}`, value]))
  const given = [...each.values()].map(({ attribute, key, label, number }) => ({
    attribute: attribute.key,
    name: mergeTexts(undefined, attribute.name),
    kind: attribute.kind ?? 'choice',
    unit: attribute.unit ?? '',
    key,
    label: mergeTexts(undefined, label),
    number,
  }))
  const bind = { given: JSON.stringify(given) }
  await rows(
    `insert into catalogue.attributes (key, name, kind, unit, position)
     select distinct on (attribute) attribute, name, kind, unit, (select count(*) from catalogue.attributes)
     from jsonb_to_recordset($given::jsonb) as given(attribute text, name jsonb, kind text, unit text)
     where not exists (select from catalogue.attributes known where known.key = given.attribute)
     order by attribute on conflict (key) do nothing`,
    bind,
    tx,
  )
  await rows(
    `insert into catalogue.attribute_values (attribute_id, key, label, number)
     select distinct on (attribute.id, given.key) attribute.id, given.key, given.label, given.number
     from jsonb_to_recordset($given::jsonb) as given(attribute text, key text, label jsonb, number numeric)
     join catalogue.attributes attribute on attribute.key = given.attribute
     where not exists (
       select from catalogue.attribute_values known where known.attribute_id = attribute.id and known.key = given.key)
     order by attribute.id, given.key on conflict (attribute_id, key) do nothing`,
    bind,
    tx,
  )
}

/** Values that the draft does not speak of stay. */
async function keepOwn(changes: Saved[], values: ProductValue[], tx: Transaction): Promise<void> {
  await rows(
    `with given as (
       select given."productId", value.id
       from jsonb_to_recordset($given::jsonb) as given("productId" bigint, attribute text, key text)
       join catalogue.attributes attribute on attribute.key = given.attribute
       join catalogue.attribute_values value on value.attribute_id = attribute.id and value.key = given.key),
     removed as (
       delete from catalogue.product_values had
       using catalogue.attribute_values value, catalogue.attributes attribute
       where had.product_id = any($productIds::bigint[]) and value.id = had.value_id
         and attribute.id = value.attribute_id
         and had.product_id = any(case attribute.key when 'brand' then $branded::bigint[] else $spokenOf::bigint[] end)
         and (had.product_id, had.value_id) not in (select "productId", id from given))
     insert into catalogue.product_values (product_id, value_id)
     select distinct "productId", id from given on conflict do nothing`,
    {
      given: JSON.stringify(
        values.map(({ productId, attribute, key }) => ({ productId, attribute: attribute.key, key })),
      ),
      productIds: changes.map(({ product }) => product.id),
      branded: changes.filter(({ draft }) => draft.brand !== undefined).map(({ product }) => product.id),
      spokenOf: changes.filter(({ draft }) => draft.values).map(({ product }) => product.id),
    },
    tx,
  )
}

async function tieOptions(values: ProductValue[], tx: Transaction): Promise<void> {
  const given = values.map(({ productId, option, attribute, key }) => ({
    ...{ productId, ...option, attribute: attribute.key, valueKey: key },
  }))
  await rows(
    `with given as materialized (
       select given.*, attribute.id as "attributeId", value.id as "valueId"
       from jsonb_to_recordset($given::jsonb) as given(
         "productId" bigint, number smallint, key text, attribute text, "valueKey" text)
       join catalogue.attributes attribute on attribute.key = given.attribute
       join catalogue.attribute_values value on value.attribute_id = attribute.id and value.key = given."valueKey"),
     tied as (
       update catalogue.options option set attribute_id = given."attributeId"
       from given where option.product_id = given."productId" and option.number = given.number
         and option.attribute_id is distinct from given."attributeId")
     update catalogue.option_values chosen set value_id = given."valueId"
     from given where chosen.product_id = given."productId" and chosen.number = given.number
       and chosen.key = given.key and chosen.value_id is distinct from given."valueId"`,
    { given: JSON.stringify(given) },
    tx,
  )
}
