import { row, rows, type Transaction } from '../platform/database.ts'
import { productToEdit } from './change-product.ts'
import { makeProduct } from './create-product.ts'
import { draftOf } from './draft-of.ts'
import { pictureDraft } from './edit-variants.ts'
import type { WholeProduct } from './whole-products.ts'

/**
 * Makes a product like another one, with a number behind each SKU, that nobody sees yet and of which there is none in stock.
 * Under the same key, once. Refuses when the other one is not there.
 */
export async function copyProduct(productId: number, key: string) {
  const whole = await productToEdit(productId)
  if (!whole) return { refused: 'unknown' as const }
  const number = await freeNumber(whole.variants.map(({ sku }) => sku))
  const { title, ...product } = whole.product.get()
  const draft = draftOf(whole)
  return makeProduct(
    key,
    title.en,
    (slug) => ({
      ...{ ...draft, ...product, slug, title, published: false, status: 'draft', featured: false },
      withdrawn: null,
      related: whole.related,
      pictures: whole.pictures.map(pictureDraft),
      variants: draft.variants.map((variant, index) => ({
        ...variant,
        ...moreOf(whole.variants[index]!),
        sku: `${variant.sku}-${number}`,
        prices: variant.prices.filter(({ from }) => from === undefined),
      })),
    }),
    (id, tx) => copyValues(productId, id, tx),
  )
}

/** What is the same of both; a barcode is not. */
function moreOf({ weightGrams, taxClass }: WholeProduct['variants'][number]) {
  return { weightGrams, taxClass }
}

/** The first number with which none of the SKUs is taken. */
async function freeNumber(skus: string[]): Promise<number> {
  const found = await row<{ number: number }>(
    `select min(number)::integer as number from generate_series(2, 1000) as number where not exists (
       select from unnest($skus::text[]) as wanted(sku)
       join catalogue.variants taken on taken.sku = wanted.sku || '-' || number)`,
    { skus },
  )
  return found?.number ?? 1_001
}

async function copyValues(from: number, to: number, tx: Transaction): Promise<void> {
  await rows(
    `insert into catalogue.product_values (product_id, value_id)
     select $to, value_id from catalogue.product_values where product_id = $from on conflict do nothing`,
    { from, to },
    tx,
  )
}
