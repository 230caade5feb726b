import { createReadStream } from 'node:fs'
import { cellsOf } from './csv-cells.ts'
import { recordsIn, Unreadable } from './csv-records.ts'

/**
 * The cells of each row of a CSV file (UTF-8) that stand under these headings, in this order, with the line on which the row
 * begins. Capitals do not count.
 * @throws Unreadable with the line that cannot be read, or where a heading is missing.
 */
export async function* rowsUnder(headings: readonly string[], file: string) {
  let places: number[] | undefined
  for await (const records of recordsIn(createReadStream(file, { encoding: 'utf8' }))) {
    for (const { line, text } of records) {
      const { cells, isSound } = cellsOf(text)
      if (!isSound) throw new Unreadable(line, 'The quotation marks of the row do not match.')
      if (places) yield { line, cells: places.map((place) => cells[place] ?? '') }
      else places = placesOf(cells, headings)
    }
  }
}

function placesOf(cells: string[], headings: readonly string[]): number[] {
  return headings.map((heading) => {
    const place = cells.findIndex((cell) => cell.trim().toLowerCase() === heading.toLowerCase())
    if (place < 0) throw new Unreadable(1, `The file has no column “${heading}”.`)
    return place
  })
}
