import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { countProducts, productsAfter, type WholeProduct } from '../catalogue/index.ts'
import { stockLevels } from '../inventory/index.ts'
import { recordOf } from '../platform/csv-cells.ts'
import { patientTransaction, rows, type Transaction } from '../platform/database.ts'
import { type Progress, showNothing } from '../platform/progress.ts'
import { headingsOf } from './columns.ts'
import { productRows, type Writing } from './export-product.ts'

const AT_A_TIME = 250

/**
 * Writes all products, published or not, in the order in which they came into the shop, as they are at one moment.
 * Cells are exactly what the shop knows: a spreadsheet may take one that begins with "=" for a formula.
 * @returns how many products there are.
 */
export function exportCatalogue(to: Writable, writing: Writing, shows = showNothing): Promise<number> {
  return patientTransaction(async (tx) => {
    await rows('set transaction isolation level repeatable read, read only', [], tx)
    const total = await countProducts(tx)
    await pipeline(Readable.from(textsOf(writing, shows('Products', total), tx)), to, {
      end: to !== process.stdout,
    })
    return total
  })
}

async function* textsOf(writing: Writing, shown: Progress, tx: Transaction): AsyncGenerator<string> {
  const headings = headingsOf(writing.headings)
  yield recordOf(headings.map(({ name }) => name))
  for await (const products of batches(tx)) {
    const onHand = await onHandOf(products, tx)
    const cells = products.flatMap((product) => productRows(product, onHand, writing))
    yield cells.map((row) => recordOf(headings.map(({ column }) => row[column] ?? ''))).join('')
    shown.step(products.length)
  }
  shown.end()
}

async function* batches(tx: Transaction): AsyncGenerator<WholeProduct[]> {
  for (let last = 0; ; ) {
    const products = await productsAfter(last, AT_A_TIME, tx)
    if (products.length === 0) return
    yield products
    last = products.at(-1)!.product.id
  }
}

async function onHandOf(products: WholeProduct[], tx: Transaction): Promise<Map<string, number>> {
  const skus = new Map(products.flatMap(({ variantIds }) => [...variantIds].map(([sku, id]) => [id, sku])))
  const levels = await stockLevels([...skus.keys()], tx)
  return new Map([...levels.values()].map(({ variantId, onHand }) => [skus.get(variantId)!, onHand]))
}
