import { listProducts, type ProductDraft, type SavedProduct, saveProducts } from '../catalogue/index.ts'
import { setStock } from '../inventory/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import { openCategories } from './import-categories.ts'
import { collectFaults, type Fault, type Refuse } from './import-fault.ts'
import type { Files } from './import-files.ts'
import { isWeb } from './import-pictures.ts'
import type { ImportedProduct } from './import-product.ts'
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

const AT_A_TIME = 50

/** Writes the products in one transaction, which a dry run takes back at its end. */
export function writeProducts(products: ImportedProduct[], manner: Manner): Promise<Outcome> {
  return transaction(async (tx) => {
    const faults: Fault[] = []
    const refuse = collectFaults(faults)
    const categories = await openCategories(products, manner.reading, tx)
    const written = nothingBut(categories.added)
    const levels: Level[] = []
    const ids: number[] = []
    const shown = progress('Products', products.length)
    for (const some of inBatches(products)) {
      const drafts = some.map((product) => draftOf(product, categories.ids.get(product.category)!, manner))
      const saved = await saveProducts(drafts, tx, { listLater: true })
      if (saved.refused) refuseSkus(saved.skus, some, refuse)
      else {
        levels.push(...some.flatMap((product, index) => take(saved.products[index]!, product, written)))
        ids.push(...saved.products.map(({ id }) => id))
      }
      shown.step(some.length)
    }
    shown.end()
    await setLevels(levels, refuse, tx)
    await listProducts(ids, tx)
    if (faults.length > 0) return { refused: 'faults', faults }
    return manner.isDryRun ? { ...written, refused: 'dry-run' } : written
  })
}

function nothingBut(categories: string[]): Written {
  return {
    products: { added: 0, changed: 0, same: 0 },
    variants: { added: 0, known: 0, withoutStock: 0 },
    categories,
  }
}

function inBatches(products: ImportedProduct[]): ImportedProduct[][] {
  const count = Math.ceil(products.length / AT_A_TIME)
  return Array.from({ length: count }, (_none, index) =>
    products.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME),
  )
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

function refuseSkus(skus: string[], products: ImportedProduct[], refuse: Refuse): void {
  for (const { line, draft } of products.flatMap(({ variants }) => variants)) {
    if (skus.includes(draft.sku)) refuse(line, `The SKU “${draft.sku}” belongs to another product.`)
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
  const shown = progress('Stock', levels.length)
  for (const { line, variantId, onHand } of levels.toSorted((a, b) => a.variantId - b.variantId)) {
    const outcome = await setStock(tx, { variantId, onHand, reason: 'import', actor: 'import' })
    if (outcome.refused)
      refuse(line, `${outcome.held} pieces are held for orders: there cannot be only ${onHand}.`)
    shown.step()
  }
  shown.end()
}
