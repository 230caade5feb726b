import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type Column, columns, readHeader } from './import-columns.ts'
import type { Fault } from './import-fault.ts'

/** A row of the file with the line on which it begins; empty cells are ''. */
export type Row = Record<Column, string> & { line: number }

const MOST_ROWS = 250_000
const LONGEST_ROW = 2_000_000

/** Reads a CSV file (UTF-8, with or without a byte order mark): its sound rows, and the faults of the others. */
export async function readRows(file: string): Promise<{ rows: Row[]; faults: Fault[] }> {
  const sheet = new Sheet()
  let linesRead = 0
  const parser = parse({
    bom: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // The parser's own count of lines is wrong where a quoted cell holds Windows' line ends.
    on_record: (given: unknown) => {
      const { record, raw } = given as { record: string[]; raw: string }
      sheet.take(record, linesRead + linesBefore(raw) + 1)
      linesRead += countLines(raw)
      return null
    },
  })
  try {
    await pipeline(createReadStream(file), parser.resume())
  } catch (error) {
    const raw = error instanceof CsvError ? String(error.raw ?? '') : ''
    sheet.refuse(linesRead + linesBefore(raw) + 1, sentenceOf(error))
  }
  if (sheet.isEmpty) sheet.refuse(1, 'The file is empty.')
  return sheet
}

class Sheet {
  readonly rows: Row[] = []
  readonly faults: Fault[] = []
  #width = 0
  #places = new Map<Column, number>()

  get isEmpty(): boolean {
    return this.#width === 0 && this.faults.length === 0
  }

  refuse(line: number, sentence: string): void {
    this.faults.push({ line, sentence })
  }

  take(cells: string[], line: number): void {
    const isHeader = this.#width === 0
    const sentence = isHeader ? undefined : faultOf(cells, this.#width)
    if (isHeader) this.#takeHeader(cells, line)
    else if (sentence) this.refuse(line, sentence)
    else if (cells.some((cell) => cell.trim() !== '')) this.#takeRow(cells, line)
  }

  #takeRow(cells: string[], line: number): void {
    if (this.rows.length === MOST_ROWS) throw new TooLong()
    const texts = columns.map((column) => [column, cells[this.#places.get(column) ?? -1]?.trim() ?? ''])
    this.rows.push({ ...(Object.fromEntries(texts) as Record<Column, string>), line })
  }

  #takeHeader(cells: string[], line: number): void {
    const { places, faults } = readHeader(cells)
    this.#width = cells.length
    this.#places = places
    for (const sentence of faults) this.refuse(line, sentence)
  }
}

class TooLong extends Error {}

/** How many empty lines stand before the row's own first line. */
function linesBefore(raw: string): number {
  return countLines(/^[\r\n]*/.exec(raw)![0])
}

function countLines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function faultOf(cells: string[], width: number): string | undefined {
  if (cells.length !== width) return `The row has ${cells.length} cells where the header has ${width}.`
  if (cells.some((cell) => cell.includes('\uFFFD'))) return 'The row is not written in UTF-8.'
  if (cells.some((cell) => cell.includes('\0'))) return 'The row holds characters that are no text.'
  return undefined
}

function sentenceOf(error: unknown): string {
  if (error instanceof TooLong) return `The file has more than ${MOST_ROWS} rows: split it into several.`
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark that opens in this row is never closed.'
  if (error.code === 'CSV_MAX_RECORD_SIZE') return 'The row is too long: is a quotation mark not closed?'
  return 'The quotation marks of this row do not match: one inside a cell is written twice ("").'
}
