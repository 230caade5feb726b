import {
  listProducts,
  ownPictures,
  type ProductDraft,
  productsNamed,
  type SavedProduct,
  saveProducts,
  type WholeProduct,
} from '../catalogue/index.ts'
import { setStocks } from '../inventory/index.ts'
import type { MediaStore } from '../media/index.ts'
import { patientTransaction, rows, type Transaction } from '../platform/database.ts'
import type { Fault } from '../platform/faults.ts'
import { type Categories, openCategories } from './categories.ts'
import { heldForOrders } from './check-file.ts'
import { draftOf } from './draft.ts'
import type { PictureFiles } from './picture-files.ts'
import type { ImportedProduct } from './read-product.ts'
import type { Reading } from './read-variants.ts'
import { countSaved, nothingWritten, type Written } from './written.ts'

export interface Manner {
  files: PictureFiles
  media: MediaStore
  reading: Reading
  categories: Categories
  isDryRun: boolean
}

/** Does what belongs to the same transaction; false takes everything back. */
type Note = (written: Written, faults: Fault[], tx: Transaction) => Promise<boolean>

type Attempt =
  | { refused?: undefined; written: Written; opened: Categories }
  | { refused: 'dry-run'; written: Written }
  | { refused: 'faults'; faults: Fault[]; broken: ReadonlySet<string> }
  | { refused: 'overtaken' }

/**
 * Writes the products in one transaction, which a dry run takes back at its end. A product that the shop cannot take
 * any more is left out whole, and the others are written without it.
 */
export async function writeBatch(products: ImportedProduct[], manner: Manner, note: Note) {
  const faults: Fault[] = []
  let wanted = products
  for (;;) {
    const attempt = await patientTransaction<Attempt>((tx) => write(wanted, faults, manner, note, tx))
    if (attempt.refused === 'overtaken') return { refused: 'overtaken' as const }
    if (attempt.refused === 'faults') {
      faults.push(...attempt.faults)
      wanted = wanted.filter(({ slug }) => !attempt.broken.has(slug))
    } else {
      if (!attempt.refused) for (const [name, id] of attempt.opened) manner.categories.set(name, id)
      return { written: attempt.written, faults }
    }
  }
}

async function write(
  products: ImportedProduct[],
  faults: Fault[],
  manner: Manner,
  note: Note,
  tx: Transaction,
): Promise<Attempt> {
  // What a crash takes away, it takes out of the journal too.
  await rows('set local synchronous_commit = off', [], tx)
  const { drafts, opened, added } = await draftsOf(products, manner, tx)
  const saved = await saveProducts(drafts, tx, { listLater: true })
  if (saved.refused)
    return refuse(products, (sku) => (saved.skus.includes(sku) ? takenMeanwhile(sku) : undefined))
  const levels = saved.products.flatMap((each, index) => levelsOf(each, products[index]!, drafts[index]!))
  const stocked = await setStocks(tx, levels, { reason: 'import', actor: 'import' })
  if (stocked.refused) {
    const held = new Map(stocked.short.map((level) => [level.variantId, level]))
    const skus = new Map(levels.map(({ fileSku, variantId }) => [fileSku, held.get(variantId)]))
    return refuse(products, (sku) => {
      const level = skus.get(sku)
      return level && heldForOrders(level.held, level.onHand)
    })
  }
  const moved = new Set(
    levels.filter(({ variantId }) => stocked.deltas.get(variantId)).map(({ productId }) => productId),
  )
  const turned = saved.products.filter(({ id, isChanged }) => isChanged || moved.has(id))
  await listProducts(
    turned.map(({ id }) => id),
    tx,
  )
  const written = { ...nothingWritten(), categories: added }
  for (const [index, each] of saved.products.entries()) countSaved(written, each, products[index]!)
  if (manner.isDryRun) return { refused: 'dry-run', written }
  return (await note(written, faults, tx)) ? { written, opened } : { refused: 'overtaken' }
}

async function draftsOf(
  products: ImportedProduct[],
  { categories, files, reading }: Manner,
  tx: Transaction,
) {
  const whole = await productsNamed(
    products.map(({ slug }) => slug),
    tx,
  )
  const moving = products.filter((product) => isMoving(product, whole.get(product.slug)))
  const asked = moving.map(({ category }) => category)
  const { opened, added } = await openCategories(asked, categories, reading.locale, tx)
  const sources = products.flatMap(({ pictures }) => pictures?.map(({ source }) => source) ?? [])
  const ours = await ownPictures(sources, tx)
  const drafts = products.map((product) => {
    const known = whole.get(product.slug)
    const categoryId = isMoving(product, known) ? opened.get(product.category)! : known!.product.categoryId
    return draftOf(product, { whole: known, categoryId, ours }, files, reading)
  })
  return { drafts, opened, added }
}

/** Where staff have put a product it stays, until the file says something new of what kind of thing it is. */
function isMoving({ draft, category }: ImportedProduct, whole: WholeProduct | undefined): boolean {
  if (!whole) return true
  const { type, taxonomy } = whole.product
  return category !== '' && (type !== (draft.type ?? type) || taxonomy !== (draft.taxonomy ?? taxonomy))
}

/** The levels that the file gives; a variant without a SKU in the file may have one in the shop. */
function levelsOf(saved: SavedProduct, { variants }: ImportedProduct, draft: ProductDraft) {
  const ids = new Map(saved.variants.map(({ sku, id }) => [sku, id]))
  return variants.flatMap(({ onHand, draft: { sku: fileSku } }, index) =>
    onHand === undefined
      ? []
      : [{ productId: saved.id, variantId: ids.get(draft.variants[index]!.sku)!, onHand, fileSku }],
  )
}

function refuse(products: ImportedProduct[], sentenceOf: (sku: string) => string | undefined): Attempt {
  const faults = products.flatMap(({ slug, variants }) =>
    variants.flatMap(({ line, draft }) => {
      const sentence = sentenceOf(draft.sku)
      return sentence ? [{ slug, line, sentence }] : []
    }),
  )
  return { refused: 'faults', faults, broken: new Set(faults.map(({ slug }) => slug)) }
}

function takenMeanwhile(sku: string): string {
  return `The SKU “${sku}” belongs to another product.`
}
