import {
  findCategory,
  type ProductDraft,
  type SavedProduct,
  saveCategory,
  saveProduct,
} from '../catalogue/index.ts'
import { setStock } from '../inventory/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import { collectFaults, type Fault, type Refuse } from './import-fault.ts'
import type { Files } from './import-files.ts'
import { isWeb } from './import-pictures.ts'
import type { ImportedProduct } from './import-product.ts'
import { slugOf } from './import-texts.ts'
import type { Reading } from './import-variants.ts'
import { progress } from './progress.ts'

/** What an import has done, or what a dry run would have done. */
export interface Written {
  products: { added: number; changed: number; same: number }
  variants: { added: number; known: number; withoutStock: number }
  /** The names of the categories that were not there. */
  categories: string[]
}

interface Manner {
  files: Files
  reading: Reading
  isDryRun: boolean
}

type Outcome = (Written & { refused?: 'dry-run' }) | { refused: 'faults'; faults: Fault[] }

/** A count of pieces, with the line that says so. */
interface Level {
  line: number
  variantId: number
  onHand: number
}

/** Writes the products in one transaction, which a dry run takes back at its end. */
export function writeProducts(products: ImportedProduct[], manner: Manner): Promise<Outcome> {
  return transaction(async (tx) => {
    const faults: Fault[] = []
    const refuse = collectFaults(faults)
    const written = nothingYet()
    const levels: Level[] = []
    const shown = progress('Products', products.length)
    for (const product of products) {
      const categoryId = await categoryOf(product.category, manner, written, tx)
      const saved = await saveProduct(draftOf(product, categoryId, manner), tx)
      if (saved.refused) refuse(product.line, `The SKU “${saved.sku}” belongs to another product.`)
      else levels.push(...take(saved, product, written))
      shown.step()
    }
    await setLevels(levels, refuse, tx)
    shown.end()
    if (faults.length > 0) return { refused: 'faults', faults }
    return manner.isDryRun ? { ...written, refused: 'dry-run' } : written
  })
}

function nothingYet(): Written {
  return {
    products: { added: 0, changed: 0, same: 0 },
    variants: { added: 0, known: 0, withoutStock: 0 },
    categories: [],
  }
}

/** The category of that name, which becomes a new family of goods where there is none. */
async function categoryOf(
  asked: string,
  { reading }: Manner,
  written: Written,
  tx: Transaction,
): Promise<number> {
  const name = asked || 'More'
  const known = await findCategory(name, tx)
  if (known) return known.id
  written.categories.push(name)
  const added = await saveCategory({ slug: slugOf(name) || 'more', name: { [reading.locale]: name } }, tx)
  return added.id
}

function draftOf(product: ImportedProduct, categoryId: number, { files, reading }: Manner): ProductDraft {
  const { draft, variants, pictures } = product
  return {
    ...draft,
    categoryId,
    variants: variants.map((variant) => variant.draft),
    pictures: pictures.map(({ source, alt }) => ({
      alt: { [reading.locale]: alt },
      ...(isWeb(source) ? { source } : { stored: files.get(source)!.picture }),
    })),
  }
}

/** Counts what has been saved, and gives the levels of stock that are to be set. */
function take(saved: SavedProduct, product: ImportedProduct, written: Written): Level[] {
  written.products[saved.isNew ? 'added' : saved.isChanged ? 'changed' : 'same'] += 1
  return product.variants.flatMap(({ line, draft, onHand }) => {
    const { id, isNew } = saved.variants.find(({ sku }) => sku === draft.sku)!
    written.variants[isNew ? 'added' : 'known'] += 1
    if (onHand === undefined && isNew) written.variants.withoutStock += 1
    return onHand === undefined ? [] : [{ line, variantId: id, onHand }]
  })
}

/** Last of all and in the order in which everybody locks them, so that shoppers wait as little as possible. */
async function setLevels(levels: Level[], refuse: Refuse, tx: Transaction): Promise<void> {
  for (const { line, variantId, onHand } of levels.toSorted((a, b) => a.variantId - b.variantId)) {
    const outcome = await setStock(tx, { variantId, onHand, reason: 'import', actor: 'import' })
    if (outcome.refused)
      refuse(line, `${outcome.held} pieces are held for orders: there cannot be only ${onHand}.`)
  }
}
