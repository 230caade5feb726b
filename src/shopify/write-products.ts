import type { MediaStore } from '../media/index.ts'
import type { Fault } from '../platform/faults.ts'
import type { ShowProgress } from '../platform/progress.ts'
import type { Checked } from './check-file.ts'
import { groupsIn } from './groups.ts'
import { type Journal, noteStep } from './journal.ts'
import type { PictureFiles } from './picture-files.ts'
import { type ImportedProduct, readProduct } from './read-product.ts'
import type { Reading } from './read-variants.ts'
import type { Survey } from './survey.ts'
import { type Manner, writeBatch } from './write-batch.ts'
import { addWritten, type Written } from './written.ts'

interface Work {
  file: string
  survey: Survey
  reading: Reading
  checked: Checked
  files: PictureFiles
  journal: Journal
  media: MediaStore
  isDryRun: boolean
  shows: ShowProgress
}

/** Another process imports the same file at the same time. */
export class Overtaken extends Error {}

const AT_A_TIME = 200
const VARIANTS_AT_A_TIME = 1_000

/** Writes the sound products of the file that are not written yet, in batches, each with its step in the journal. */
export async function writeProducts(work: Work): Promise<{ written: Written; faults: Fault[] }> {
  const { journal, media, survey } = work
  const manner: Manner = { ...work, categories: new Map() }
  const shown = work.shows('Products', survey.products, journal.productsDone)
  let { written, productsDone } = journal
  const faults: Fault[] = []
  for await (const batch of oneAhead(batchesOf(work))) {
    const pictures = batch.products.flatMap((product) => product.pictures ?? [])
    if (!work.isDryRun) await work.files.keep(pictures, media)
    const step = { from: productsDone, to: batch.end, line: batch.line }
    const outcome = await writeBatch(batch.products, manner, (more, late, tx) =>
      noteStep(journal.id, { ...step, written: addWritten(written, more), faults: late }, tx),
    )
    if (outcome.refused) throw new Overtaken('Another process imports this file at this moment.')
    written = addWritten(written, outcome.written)
    faults.push(...outcome.faults)
    shown.step(batch.end - productsDone)
    productsDone = batch.end
  }
  shown.end()
  return { written, faults }
}

/** The next one is made while this one is worked on. */
async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next()
  for (let current = await next; !current.done; current = await next) {
    next = items.next()
    next.catch(() => undefined)
    yield current.value
  }
}

interface Batch {
  products: ImportedProduct[]
  /** How many products of the file are done with after it, and up to which line. */
  end: number
  line: number
}

async function* batchesOf({ file, survey, checked, reading, journal }: Work): AsyncGenerator<Batch> {
  let variants = 0
  let batch: Batch = { products: [], end: 0, line: 0 }
  for await (const group of groupsIn(file, survey)) {
    batch.end += 1
    if (batch.end <= journal.productsDone) continue
    batch.line = group.rows.at(-1)!.line
    const product = checked.broken.has(group.slug) ? undefined : readProduct(group, reading, () => {})
    if (product) batch.products.push(product)
    variants += product?.variants.length ?? 0
    if (batch.products.length < AT_A_TIME && variants < VARIANTS_AT_A_TIME) continue
    yield batch
    variants = 0
    batch = { products: [], end: batch.end, line: batch.line }
  }
  if (batch.end > journal.productsDone) yield batch
}
