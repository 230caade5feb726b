import { isDeepStrictEqual } from 'node:util'
import { isRefusal, row, rows, type Transaction, transaction } from '../platform/database.ts'
import { indexWords } from './index-words.ts'
import { mergeDraft } from './merge-draft.ts'
import { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import { type ProductState, readState } from './product-state.ts'
import { saveOptions } from './save-options.ts'
import { savePictures } from './save-pictures.ts'
import { type SavedVariant, type SkuTaken, saveVariants } from './save-variants.ts'
import { mergeTexts } from './texts.ts'

export type { ProductDraft }

export interface SavedProduct {
  refused?: undefined
  id: number
  isNew: boolean
  /** Something differs from what was there: false when the same is saved again. */
  isChanged: boolean
  variants: SavedVariant[]
}

/**
 * Creates the product with this slug, or makes it what the draft says. In the caller's transaction, if there
 * is one. Refuses a SKU that is another product's, and then nothing is written.
 * @throws Error for a draft that contradicts itself.
 */
export function saveProduct(draft: ProductDraft, tx?: Transaction): Promise<SavedProduct | SkuTaken> {
  checkDraft(draft)
  return tx ? withSavepoint(tx, () => write(draft, tx)) : transaction((own) => write(draft, own))
}

async function write(draft: ProductDraft, tx: Transaction): Promise<SavedProduct | SkuTaken> {
  const { product, isNew } = await claim(draft, tx)
  product.take(draft)
  const now = await readState(product.id, tx)
  const wanted = mergeDraft(draft, now)
  const isChanged = isNew || Boolean(product.changed()) || !isDeepStrictEqual(now, wanted)
  if (!isChanged) return { id: product.id, isNew, isChanged, variants: await variantsOf(product.id, tx) }
  if (!isNew) product.version += 1
  await product.save({ transaction: tx })
  const written = await writeState(product.id, wanted, tx)
  return isRefusal(written) ? written : { id: product.id, isNew, isChanged, variants: written }
}

async function writeState(productId: number, state: ProductState, tx: Transaction) {
  await saveOptions(productId, state.options, tx)
  await savePictures(productId, state.pictures, tx)
  const variants = await saveVariants(productId, state.variants, tx)
  if (!isRefusal(variants)) await indexWords(productId, tx)
  return variants
}

/** The product of that slug, new or known, and nobody else's until the transaction ends. */
async function claim(draft: ProductDraft, tx: Transaction) {
  const claimed = await row<{ id: number; isNew: boolean }>(
    `insert into catalogue.products (slug, category_id, title) values ($slug, $categoryId, $title::jsonb)
     on conflict (slug) do update set slug = excluded.slug
     returning id, xmax = 0 as "isNew"`,
    {
      slug: draft.slug,
      categoryId: draft.categoryId,
      title: JSON.stringify(mergeTexts(undefined, draft.title)),
    },
    tx,
  )
  const { id, isNew } = claimed!
  return { product: await Product.findByPk(id, { transaction: tx, rejectOnEmpty: true }), isNew }
}

function variantsOf(productId: number, tx: Transaction): Promise<SavedVariant[]> {
  return rows<SavedVariant>(
    `select id, sku, false as "isNew" from catalogue.variants where product_id = $productId and retired_at is null`,
    { productId },
    tx,
  )
}

async function withSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await rows('savepoint product', [], tx)
  const outcome = await work()
  if (isRefusal(outcome)) await rows('rollback to savepoint product', [], tx)
  await rows('release savepoint product', [], tx)
  return outcome
}

function checkDraft({ slug, options, variants, pictures }: ProductDraft): void {
  const isChoice = (values: string[]) =>
    values.length === options.length &&
    options.every((option, index) => option.values.some(({ key }) => key === values[index]))
  const fault =
    (variants.length === 0 && 'has no variant') ||
    (options.length > 3 && 'has more than three options') ||
    (hasTwins(variants.map(({ sku }) => sku)) && 'names a SKU twice') ||
    (hasTwins(variants.map(({ values }) => values.join('\n'))) && 'has two variants with the same options') ||
    (!variants.every(({ values }) => isChoice(values)) && 'has a variant with an unknown option') ||
    (!variants.every(({ picture }) => picture === undefined || pictures[picture]) &&
      'has a variant with an unknown picture')
  if (fault) throw new Error(`The draft of ${slug} ${fault}`)
}

function hasTwins(names: string[]): boolean {
  return new Set(names).size < names.length
}
