import { createHash } from 'node:crypto'
import { slugOf } from '../catalogue/index.ts'
import { Unreadable } from '../platform/csv-records.ts'
import type { Column } from './columns.ts'
import { openSheet, type Row } from './rows.ts'

/** What is known of a file before any of it is understood. */
export interface Survey {
  rows: number
  products: number
  columns: ReadonlySet<Column>
  /** Changes with every character of the file. */
  fingerprint: string
  /** The products whose rows do not all stand together. */
  scattered: ReadonlySet<string>
}

const MOST_ROWS = 1_000_000
const MOST_SCATTERED_ROWS = 50_000

/**
 * Reads the file once from beginning to end: counts rows and products, and learns which products come again later.
 * @param watch Is told how many characters have been read.
 * @throws Unreadable for a file of which nothing can be taken.
 */
export async function surveyFile(file: string, watch: (characters: number) => void): Promise<Survey> {
  const hash = createHash('sha256')
  const sheet = await openSheet(file, (chunk) => {
    hash.update(chunk)
    watch(chunk.length)
  })
  const handles = new Handles()
  let rows = 0
  for await (const some of sheet.rows) {
    for (const row of some) handles.take(row)
    rows += some.length
    if (rows > MOST_ROWS)
      throw new Unreadable(
        some.at(-1)!.line,
        `The file has more than ${MOST_ROWS} rows: split it into several.`,
      )
  }
  const { products, scattered } = handles
  return { rows, products, columns: sheet.columns, fingerprint: hash.digest('hex'), scattered }
}

class Handles {
  readonly scattered = new Set<string>()
  readonly #known = new Set<string>()
  #last = ''
  #scatteredRows = 0

  get products(): number {
    return this.#known.size
  }

  take(row: Row): void {
    const slug = ownerOf(row, this.#last)
    if (slug !== this.#last && this.#known.has(slug)) this.scattered.add(slug)
    if (this.scattered.has(slug)) this.#scatteredRows += 1
    if (this.#scatteredRows > MOST_SCATTERED_ROWS)
      throw new Unreadable(
        row.line,
        'Too many rows stand apart from the others of their product: sort the file by handle.',
      )
    if (slug !== this.#last) {
      this.#last = detached(slug)
      if (slug) this.#known.add(this.#last)
    }
  }
}

/** Whose row it is, by slug: '' for nobody's. One that is too broken to say so goes with the row before. */
export function ownerOf(row: Row, before: string): string {
  return row.fault && !row.handle ? before : slugOf(row.handle)
}

/** The text without the piece of the file that it was cut out of. */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}
