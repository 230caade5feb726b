import { findOwners, slugOf } from '../catalogue/index.ts'
import type { MediaStore } from '../media/index.ts'
import { collectFaults, type Fault, type Refuse } from './import-fault.ts'
import { checkFiles, storeFiles } from './import-files.ts'
import { type ImportedProduct, readProduct } from './import-product.ts'
import { type Row, readRows } from './import-rows.ts'
import type { Reading } from './import-variants.ts'
import { type Written, writeProducts } from './import-write.ts'

export interface CatalogueImport extends Reading {
  file: string
  isDryRun: boolean
  media: MediaStore
}

export type ImportReport = { faults: Fault[] } | ({ faults?: undefined } & Written)

/**
 * Reads a file of products as Shopify writes it, and puts all of it into the shop or, where one row cannot
 * be taken, nothing. A product is known again by its handle, a variant by its SKU.
 */
export async function importCatalogue({
  file,
  isDryRun,
  media,
  ...reading
}: CatalogueImport): Promise<ImportReport> {
  const { rows, faults } = await readRows(file)
  const refuse = collectFaults(faults)
  const products = byHandle(rows, refuse).map((group) => readProduct(group, reading, refuse))
  await checkSkus(products, refuse)
  const files = await checkFiles(products, file, refuse)
  if (faults.length > 0) return { faults: inOrder(faults) }
  if (!isDryRun) await storeFiles(media, files)
  const written = await writeProducts(products, { files, reading, isDryRun })
  return written.refused === 'faults' ? { faults: inOrder(written.faults) } : written
}

/** The rows of each product, which need not stand together. */
function byHandle(rows: Row[], refuse: Refuse): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const slug = slugOf(row.handle)
    if (!slug)
      refuse(
        row.line,
        row.handle ? `The handle “${row.handle}” has no letter or digit.` : 'The row has no handle.',
      )
    else groups.set(slug, [...(groups.get(slug) ?? []), row])
  }
  return [...groups.values()]
}

async function checkSkus(products: ImportedProduct[], refuse: Refuse): Promise<void> {
  const lines = new Map<string, number>()
  const owners = await findOwners(products.flatMap(({ variants }) => variants.map(({ draft }) => draft.sku)))
  for (const { draft: product, variants } of products) {
    for (const { line, draft } of variants) {
      const first = lines.get(draft.sku)
      const owner = owners.get(draft.sku)
      if (draft.sku.length > LONGEST_SKU) refuse(line, `The SKU is longer than ${LONGEST_SKU} characters.`)
      if (first !== undefined) refuse(line, `The SKU “${draft.sku}” stands on line ${first} already.`)
      else if (owner && owner !== product.slug)
        refuse(line, `The SKU “${draft.sku}” belongs to the product “${owner}”.`)
      else lines.set(draft.sku, line)
    }
  }
}

const LONGEST_SKU = 100

function inOrder(faults: Fault[]): Fault[] {
  return faults.toSorted((a, b) => a.line - b.line)
}
