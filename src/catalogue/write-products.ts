import { isDeepStrictEqual } from 'node:util'
import { rows, type Transaction } from '../platform/database.ts'
import { indexWords } from './index-words.ts'
import { mergeDraft } from './merge-draft.ts'
import { Product } from './product.ts'
import type { ProductDraft } from './product-draft.ts'
import { type ProductState, readStates, type StateOfProduct } from './product-state.ts'
import { saveOptions } from './save-options.ts'
import { savePictures } from './save-pictures.ts'
import { type SavedVariant, saveVariants } from './save-variants.ts'
import { mergeTexts } from './texts.ts'

/** A product as it stands in the catalogue now. */
export interface SavedProduct {
  refused?: undefined
  id: number
  slug: string
  isNew: boolean
  /** Something differs from what was there: false when the same is saved again. */
  isChanged: boolean
  variants: SavedVariant[]
}

/** These stock keeping units are other products'. */
export interface SkusTaken {
  refused: 'sku-taken'
  skus: string[]
}

type Outcome = SkusTaken | { refused?: undefined; products: SavedProduct[] }

/** Makes each product what its draft says. After a refusal the caller takes back what was written. */
export async function writeProducts(drafts: ProductDraft[], tx: Transaction): Promise<Outcome> {
  const claimed = await claim(drafts, tx)
  const states = await readStates(
    [...claimed.values()].map(({ product }) => product.id),
    tx,
  )
  const plans = drafts.map((draft) => {
    const { product, isNew } = claimed.get(draft.slug)!
    return planFor(draft, product, isNew, states.get(product.id)!)
  })
  const changes = plans.filter(({ isChanged }) => isChanged)
  const { taken, variants } = await writeChanges(changes, tx)
  if (taken.length > 0) return { refused: 'sku-taken', skus: taken }
  const products = plans.map(({ product: { id, slug }, isNew, isChanged, known }) => ({
    ...{ id, slug, isNew, isChanged },
    variants: isChanged ? variants.filter(({ productId }) => productId === id) : known,
  }))
  return { products }
}

/** The products of those slugs, new or known, and nobody else's until the transaction ends. */
async function claim(drafts: ProductDraft[], tx: Transaction) {
  const given = drafts.map(({ slug, categoryId, title }) => ({
    slug,
    categoryId,
    title: mergeTexts(undefined, title),
  }))
  const claimed = await rows<{ id: number; isNew: boolean }>(
    `insert into catalogue.products (slug, category_id, title)
     select slug, "categoryId", title
     from jsonb_to_recordset($given::jsonb) as draft(slug text, "categoryId" bigint, title jsonb)
     order by slug
     on conflict (slug) do update set slug = excluded.slug
     returning id, xmax = 0 as "isNew"`,
    { given: JSON.stringify(given) },
    tx,
  )
  const products = await Product.findAll({ where: { id: claimed.map(({ id }) => id) }, transaction: tx })
  const isNew = (product: Product) => claimed.find(({ id }) => id === product.id)!.isNew
  return new Map(products.map((product) => [product.slug, { product, isNew: isNew(product) }]))
}

interface Plan {
  product: Product
  isNew: boolean
  isChanged: boolean
  wanted: ProductState
  known: SavedVariant[]
}

function planFor(
  draft: ProductDraft,
  product: Product,
  isNew: boolean,
  { now, variants }: StateOfProduct,
): Plan {
  product.take(draft)
  const wanted = mergeDraft(draft, now)
  const isChanged = isNew || Boolean(product.changed()) || !isDeepStrictEqual(now, wanted)
  if (isChanged && !isNew) product.version += 1
  return {
    product,
    isNew,
    isChanged,
    wanted,
    known: variants.map((variant) => ({ ...variant, isNew: false })),
  }
}

async function writeChanges(plans: Plan[], tx: Transaction) {
  if (plans.length === 0) return { taken: [], variants: [] }
  const owned = <Entry extends object>(listOf: (state: ProductState) => Entry[]) =>
    plans.flatMap(({ product, wanted }) =>
      listOf(wanted).map((entry) => ({ ...entry, productId: product.id })),
    )
  const productIds = plans.map(({ product }) => product.id)
  await saveRows(plans, tx)
  await saveOptions(
    productIds,
    owned(({ options }) => options.map(numbered)),
    tx,
  )
  await savePictures(
    productIds,
    owned(({ pictures }) => pictures.map(positioned)),
    tx,
  )
  const outcome = await saveVariants(
    productIds,
    owned(({ variants }) => variants.map(positioned)),
    tx,
  )
  if (outcome.taken.length === 0) await indexWords(productIds, tx)
  return outcome
}

function numbered<Entry extends object>(entry: Entry, index: number) {
  return { ...entry, number: index + 1 }
}

function positioned<Entry extends object>(entry: Entry, position: number) {
  return { ...entry, position }
}

/** The products' own rows are there since they were claimed: one statement gives all of them what they are to say. */
async function saveRows(plans: Plan[], tx: Transaction): Promise<void> {
  const said = plans.map(({ product }) => {
    const { id, ...attributes } = product.get()
    return attributes
  })
  await Product.bulkCreate(said, {
    conflictAttributes: ['slug'],
    updateOnDuplicate: Object.keys(said[0]!) as (keyof (typeof said)[number])[],
    transaction: tx,
  })
}
