import { row } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import { changeProduct } from './change-product.ts'
import { draftOf } from './draft-of.ts'
import type { ProductDraft } from './product-draft.ts'

/** What staff say of a product beside its texts: what it can be chosen by, goes with, and is found by. */
export type DetailsEdit = Required<
  Pick<
    ProductDraft,
    'values' | 'related' | 'tags' | 'featured' | 'accessibility' | 'seoTitle' | 'seoDescription'
  >
>

/** Makes a product's details what somebody has typed. Refuses as `changeProduct` does. */
export function editDetails(productId: number, version: number, details: DetailsEdit) {
  return changeProduct(productId, version, (whole) => ({ ...draftOf(whole), ...details }))
}

/** A value of a product in words: its attribute's name and its label. */
export interface WordedValue {
  attribute: string
  key: string
  name: Localised
  label: Localised
}

/** The values of a product, but for its brand and its options, in words. */
export async function valuesOf(productId: number): Promise<WordedValue[]> {
  const found = await row<{ values: WordedValue[] }>(
    `select coalesce(jsonb_agg(jsonb_build_object('attribute', attribute.key, 'key', value.key, 'name', attribute.name,
         'label', value.label) order by attribute.position, attribute.id, value.id), '[]') as values
     from catalogue.product_values had
     join catalogue.attribute_values value on value.id = had.value_id
     join catalogue.attributes attribute on attribute.id = value.attribute_id
     where had.product_id = $productId and attribute.key <> 'brand'`,
    { productId },
  )
  return found!.values
}
