import { createReadStream } from 'node:fs'
import { cellsOf } from '../platform/csv-cells.ts'
import { type CsvRecord, recordsIn, Unreadable } from '../platform/csv-records.ts'
import { type Column, columns, readHeader } from './columns.ts'

/** A row of the file with the line on which it begins; empty cells are ''. `fault` says why it cannot be read. */
export type Row = Record<Column, string> & { line: number; fault?: string }

export interface Sheet {
  /** The columns that the file has. */
  columns: ReadonlySet<Column>
  /** Rows as they come, some at a time. */
  rows: AsyncIterable<Row[]>
}

/**
 * Opens a CSV file (UTF-8, with or without a byte order mark) and reads its header; the rows stream by and are never
 * in memory together.
 * @param watch Sees every piece of the file that is read, for a fingerprint or a progress bar.
 * @throws Unreadable for a header without the columns that are needed, and later for a row without an end.
 */
export async function openSheet(file: string, watch: (chunk: string) => void = () => {}): Promise<Sheet> {
  const records = recordsIn(watched(createReadStream(file, { encoding: 'utf8' }), watch))
  let some: CsvRecord[] = []
  while (some.length === 0) {
    const next = await records.next()
    if (next.done) throw new Unreadable(1, 'The file is empty.')
    some = next.value
  }
  const [header, ...first] = some as [CsvRecord, ...CsvRecord[]]
  const { cells } = cellsOf(header.text)
  const { places, faults } = readHeader(cells)
  if (faults[0]) throw new Unreadable(header.line, faults[0])
  return { columns: new Set(places.keys()), rows: rowsIn(first, records, { places, width: cells.length }) }
}

async function* watched(chunks: AsyncIterable<string>, watch: (chunk: string) => void) {
  for await (const chunk of chunks) {
    watch(chunk)
    yield chunk
  }
}

interface Shape {
  places: Map<Column, number>
  width: number
}

async function* rowsIn(first: CsvRecord[], records: AsyncIterable<CsvRecord[]>, shape: Shape) {
  yield readRows(first, shape)
  for await (const some of records) yield readRows(some, shape)
}

function readRows(records: CsvRecord[], shape: Shape): Row[] {
  return records.flatMap((record) => {
    const { cells, isSound } = cellsOf(record.text)
    if (cells.every((cell) => cell.trim() === '') && isSound) return []
    const row = { line: record.line } as Row
    for (const column of columns) row[column] = cells[shape.places.get(column) ?? -1]?.trim() ?? ''
    const fault = isSound ? faultOf(cells, shape) : faultOfMarks(record)
    if (fault) row.fault = fault
    return [row]
  })
}

/** Where a mark is missing, other rows may have been taken for a part of this one. */
function faultOfMarks({ line, text }: CsvRecord): string {
  const lines = text.match(/\r\n?|\n/g)?.length ?? 0
  const row = lines > 0 ? `this row, which goes to line ${line + lines},` : 'this row'
  return `The quotation marks of ${row} do not match: one inside a cell is written twice ("").`
}

function faultOf(cells: string[], { width }: Shape): string | undefined {
  if (cells.length !== width) return `The row has ${cells.length} cells where the header has ${width}.`
  if (cells.some((cell) => cell.includes('\uFFFD'))) return 'The row is not written in UTF-8.'
  if (cells.some((cell) => cell.includes('\0'))) return 'The row holds characters that are no text.'
  return undefined
}
