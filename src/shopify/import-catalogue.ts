import type { MediaStore } from '../media/index.ts'
import { Unreadable } from '../platform/csv-records.ts'
import { type Fault, inOrder } from '../platform/faults.ts'
import { type ShowProgress, showNothing } from '../platform/progress.ts'
import { type Checked, checkFile } from './check-file.ts'
import { closeJournal, type Journal, openJournal } from './journal.ts'
import { PictureFiles } from './picture-files.ts'
import type { Reading } from './read-variants.ts'
import { type Survey, surveyFile } from './survey.ts'
import { writeProducts } from './write-products.ts'
import { nothingWritten, type Written } from './written.ts'

export interface CatalogueImport extends Omit<Reading, 'columns'> {
  file: string
  /** How large it is, in bytes, for the progress bar. */
  size?: number
  isDryRun?: boolean
  /** Nothing is written where one row cannot be taken. */
  isStrict?: boolean
  /** From the first line, even where an earlier import of the file was stopped. */
  anew?: boolean
  media: MediaStore
  shows?: ShowProgress
}

export interface ImportReport {
  /** What is wrong with the file, in the order of its lines. */
  faults: Fault[]
  /** Undefined where nothing was written for what is wrong. */
  written?: Written
  /** The line from which it went on, after an earlier import of the file was stopped. */
  resumedAt?: number
}

/**
 * Reads a file of products as Shopify writes it, and puts it into the shop, some products at a time. A product is
 * known again by its handle, a variant by its SKU; a product with a row that cannot be taken is left out whole.
 * @throws Overtaken when another process imports the same file at the same time.
 */
export async function importCatalogue(asked: CatalogueImport): Promise<ImportReport> {
  const { file, size = 0, isDryRun = false, isStrict = false, anew = false, shows = showNothing } = asked
  const { media, locale, currency } = asked
  try {
    const survey = await readThrough(file, size, shows)
    const work = {
      file,
      survey,
      reading: { locale, currency, columns: survey.columns },
      files: new PictureFiles(file),
    }
    const checking = shows('Checked products', survey.products)
    const checked = await checkFile({ ...work, shown: checking })
    checking.end()
    if (isStrict && checked.faults.length > 0) return { faults: checked.faults }
    const print = [survey.fingerprint, locale, currency].join(' ')
    const journal = isDryRun ? unwritten : await openJournal(print, file, { anew })
    const written = await writeProducts({ ...work, checked, journal, media, isDryRun, shows })
    return await reportOf(written, checked, journal, isDryRun)
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [{ line: error.line, sentence: error.message }] }
    throw error
  }
}

async function readThrough(file: string, size: number, shows: ShowProgress): Promise<Survey> {
  const shown = shows('Read characters', size)
  const survey = await surveyFile(file, (characters) => shown.step(characters))
  shown.end()
  return survey
}

const unwritten: Journal = {
  id: 0,
  productsDone: 0,
  line: 0,
  written: nothingWritten(),
  startedAt: new Date(0),
}

async function reportOf(
  { written, faults }: { written: Written; faults: Fault[] },
  checked: Checked,
  journal: Journal,
  isDryRun: boolean,
): Promise<ImportReport> {
  const late = isDryRun ? faults : await closeJournal(journal.id)
  const known = new Set(checked.faults.map(({ line, sentence }) => `${line} ${sentence}`))
  const all = [...checked.faults, ...late.filter(({ line, sentence }) => !known.has(`${line} ${sentence}`))]
  return { faults: inOrder(all), written, ...(journal.productsDone > 0 && { resumedAt: journal.line + 1 }) }
}
