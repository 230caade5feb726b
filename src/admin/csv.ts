import type { Response } from 'express'

type Cell = string | number | boolean | Date | null | undefined

/**
 * A list as a CSV file. A cell that a spreadsheet would take for a formula begins with an apostrophe, which it takes for
 * text.
 */
export function csvOf(head: string[], lines: Cell[][]): string {
  return [head, ...lines].map((line) => line.map(cellOf).join(',')).join('\r\n')
}

/** Sends a list as a file of this name. */
export function sendCsv(res: Response, name: string, csv: string): void {
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(`\uFEFF${csv}\r\n`)
}

function cellOf(cell: Cell): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell ?? '')
  const isNumber = typeof cell === 'number'
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
