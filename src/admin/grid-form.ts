import type { Form } from '../platform/forms.ts'

/** Rows of a table that is filled in: a field for each cell, `rate-0`; a row without a word in it is none. */
export type Cells<Column extends string> = Record<Column, string> & { row: number }

const BLANK_ROWS = 3
const MOST_ROWS = 500

/** What stands in the fields of a table. */
export function gridGiven(lines: Record<string, string>[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((line, row) => Object.entries(line).map(([column, text]) => [`${column}-${row}`, text])),
  )
}

/** The rows in which something was typed and that are not to go. */
export function gridRows<Column extends string>(
  form: Form<unknown>,
  columns: readonly Column[],
): Cells<Column>[] {
  const rows = Array.from({ length: rowCount(form, columns) }, (_none, row) => ({
    ...(Object.fromEntries(columns.map((column) => [column, form.text(`${column}-${row}`).trim()])) as Record<
      Column,
      string
    >),
    row,
  }))
  return rows.filter(
    (cells) => columns.some((column) => cells[column]) && form.text(`gone-${cells.row}`) !== 'yes',
  )
}

/** How many rows a table shows: those in which something stands, and some that are blank. */
export function gridLength(form: Form<unknown>, columns: readonly string[]): number {
  return rowCount(form, columns) + BLANK_ROWS
}

function rowCount(form: Form<unknown>, columns: readonly string[]): number {
  const filled = Object.entries(form.given).flatMap(([name, text]) => {
    const [, column, row] = /^([a-z-]+?)-(\d{1,3})$/.exec(name) ?? []
    return column && columns.includes(column) && text.trim() ? [Number(row)] : []
  })
  return Math.min(MOST_ROWS, Math.max(-1, ...filled) + 1)
}
