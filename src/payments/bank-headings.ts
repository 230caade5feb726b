import { cellsOf } from '../platform/csv-cells.ts'
import { recordsIn, Unreadable } from '../platform/csv-records.ts'
import { type Column, columnsIn } from './bank-columns.ts'

/** How a bank's list is separated, where each column stands, and after which line its transfers begin. */
export interface Headings {
  separator: string
  columns: Map<Column, number>
  after: number
}

const MOST_LINES_BEFORE_HEADINGS = 30

/** @throws Unreadable when no row among the first has all the headings that are needed. */
export async function findHeadings(text: string): Promise<Headings> {
  for (const separator of [';', ',', '\t'])
    for await (const records of recordsIn([text], separator))
      for (const { line, text: row } of records.slice(0, MOST_LINES_BEFORE_HEADINGS)) {
        const columns = columnsIn(cellsOf(row, separator).cells)
        if (columns) return { separator, columns, after: line }
      }
  throw new Unreadable(
    1,
    'No row has the headings date, amount, purpose and line id (or Buchungstag, Betrag, Verwendungszweck, Umsatz-ID).',
  )
}
