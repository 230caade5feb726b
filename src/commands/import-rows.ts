import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type Column, readHeader } from './import-columns.ts'

/** A row of the file with the line on which it begins; empty cells are ''. */
export type Row = Record<Column, string> & { line: number }

/** Why a row cannot be taken, in a sentence, and on which line it stands. */
export interface Fault {
  line: number
  sentence: string
}

const MOST_ROWS = 250_000
const LONGEST_ROW = 2_000_000

/** Reads a CSV file (UTF-8, with or without a byte order mark): its sound rows, and the faults of the others. */
export async function readRows(file: string): Promise<{ rows: Row[]; faults: Fault[] }> {
  const rows: Row[] = []
  const faults: Fault[] = []
  let lines = 0
  let width = 0
  let places = new Map<Column, number>()

  const take = (cells: string[], line: number) => {
    if (width === 0) {
      const header = readHeader(cells)
      width = cells.length
      places = header.places
      faults.push(...header.faults.map((sentence) => ({ line, sentence })))
    } else if (rows.length === MOST_ROWS) {
      throw new TooLong()
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const sentence = faultOf(cells, width)
      if (sentence) faults.push({ line, sentence })
      else rows.push(rowOf(cells, places, line))
    }
  }
  const parser = parse({
    bom: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // The parser's own count of lines is wrong where a quoted cell holds Windows' line ends.
    on_record: ({ record, raw }: { record: string[]; raw: string }) => {
      take(record, lines + countLines(/^[\r\n]*/.exec(raw)![0]) + 1)
      lines += countLines(raw)
      return null
    },
  })
  try {
    await pipeline(createReadStream(file), parser.resume())
  } catch (error) {
    faults.push({ line: lines + 1, sentence: sentenceOf(error) })
  }
  if (width === 0 && faults.length === 0) faults.push({ line: 1, sentence: 'The file is empty.' })
  return { rows, faults }
}

class TooLong extends Error {}

function countLines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function faultOf(cells: string[], width: number): string | undefined {
  if (cells.length !== width) return `The row has ${cells.length} cells where the header has ${width}.`
  if (cells.some((cell) => cell.includes('\uFFFD'))) return 'The row is not written in UTF-8.'
  if (cells.some((cell) => cell.includes('\0'))) return 'The row holds characters that are no text.'
  return undefined
}

function rowOf(cells: string[], places: Map<Column, number>, line: number): Row {
  const cell = (column: Column) => cells[places.get(column) ?? -1]?.trim() ?? ''
  return {
    line,
    handle: cell('handle'),
    title: cell('title'),
    description: cell('description'),
    vendor: cell('vendor'),
    type: cell('type'),
    category: cell('category'),
    published: cell('published'),
    status: cell('status'),
    option1Name: cell('option1Name'),
    option1Value: cell('option1Value'),
    option2Name: cell('option2Name'),
    option2Value: cell('option2Value'),
    option3Name: cell('option3Name'),
    option3Value: cell('option3Value'),
    sku: cell('sku'),
    barcode: cell('barcode'),
    grams: cell('grams'),
    quantity: cell('quantity'),
    price: cell('price'),
    compareAt: cell('compareAt'),
    image: cell('image'),
    imagePosition: cell('imagePosition'),
    imageAlt: cell('imageAlt'),
    variantImage: cell('variantImage'),
    seoDescription: cell('seoDescription'),
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof TooLong) return `The file has more than ${MOST_ROWS} rows: split it into several.`
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark that opens in this row is never closed.'
  if (error.code === 'CSV_MAX_RECORD_SIZE') return 'The row is too long: is a quotation mark not closed?'
  return 'The quotation marks of this row do not match: one inside a cell is written twice ("").'
}
