import type { PaperRow, PaperTable } from './paper-tables.ts'
import { ink, letters } from './pdf-ink.ts'
import { decorate, heightOf, LEADING, type Pdf, type Setting, textWidth, write } from './pdf-sheet.ts'

/** Where on which page the next thing comes. Points from the top. */
export interface Flow {
  pdf: Pdf
  root: ReturnType<Pdf['struct']>
  title: string
  y: number
}

export interface Column {
  x: number
  width: number
}

/** The room on a page: an A4 sheet, less its edges. */
export const EDGE = 52
export const WIDTH = 595.28 - 2 * EDGE
export const FOOT = 841.89 - 36
const GAP = 16
const PADDING = 3.5

/** Goes on to the next page when there is less room left than that; its head names the paper again. */
export function turnPage(flow: Flow, height: number): boolean {
  if (flow.y + height <= FOOT - 8) return false
  const { pdf, title } = flow
  pdf.addPage()
  decorate(pdf, () => write(pdf, title, letters.label, { x: EDGE, y: EDGE - 12, width: WIDTH }), 'Pagination')
  flow.y = EDGE + 16
  return true
}

/** A real table: caption, named columns and named rows. Its columns are named again on each page, for the eye. */
export function drawTable(flow: Flow, table: PaperTable): void {
  const { pdf, root } = flow
  const columns = columnsOf(pdf, table)
  const struct = pdf.struct('Table')
  root.add(struct)
  flow.y += 6
  turnPage(flow, 70)
  struct.add(
    pdf.struct('Caption', {}, () => {
      flow.y = write(pdf, table.caption, letters.caption, { x: EDGE, y: flow.y, width: WIDTH }) + 3
    }),
  )
  const head = pdf.struct('TR')
  struct.add(head)
  nameColumns(flow, table, columns, (draw) => head.add(cell(pdf, 'TH', 'Column', draw)))
  for (const row of table.rows) {
    const height = rowHeight(pdf, row, columns[0]!)
    if (turnPage(flow, height)) {
      nameColumns(flow, table, columns, (draw) => decorate(pdf, draw, 'Pagination'))
    }
    const line = pdf.struct('TR')
    struct.add(line)
    drawRow(flow, row, columns, line)
    flow.y += height
    rule(flow, ink.line)
  }
}

function drawRow(flow: Flow, row: PaperRow, columns: Column[], line: Flow['root']): void {
  const { pdf } = flow
  const y = flow.y + PADDING
  const [first, ...others] = columns
  line.add(
    cell(pdf, 'TH', 'Row', () => {
      const next = write(pdf, row.name, nameSetting(row), { ...first!, y })
      if (row.detail) write(pdf, row.detail, letters.detail, { ...first!, y: next })
    }),
  )
  for (const [index, text] of row.cells.entries()) {
    line.add(cell(pdf, 'TD', undefined, () => write(pdf, text, figures(row), { ...others[index]!, y })))
  }
}

function nameColumns(
  flow: Flow,
  table: PaperTable,
  columns: Column[],
  add: (draw: () => void) => void,
): void {
  const { pdf } = flow
  const y = flow.y + 2
  for (const [index, name] of table.columns.entries()) {
    const setting: Setting = { ...letters.columnName, align: index === 0 ? 'start' : 'end' }
    add(() => write(pdf, name, setting, { ...columns[index]!, y }))
  }
  flow.y = y + letters.columnName.size * LEADING + 3
  rule(flow, ink.text)
}

/** Columns of figures are as wide as what stands in them; the names have the rest. */
function columnsOf(pdf: Pdf, { columns, rows }: PaperTable): Column[] {
  const widths = columns.slice(1).map((name, index) => {
    const inRows = rows.map((row) => textWidth(pdf, row.cells[index] ?? '', figures(row)))
    return Math.max(textWidth(pdf, name, letters.columnName), ...inRows) + 1
  })
  const figuresWidth = widths.reduce((sum, width) => sum + width + GAP, 0)
  const placed: Column[] = [{ x: EDGE, width: WIDTH - figuresWidth }]
  for (const width of widths) {
    const before = placed.at(-1)!
    placed.push({ x: before.x + before.width + GAP, width })
  }
  return placed
}

function rowHeight(pdf: Pdf, row: PaperRow, { width }: Column): number {
  const detail = row.detail ? heightOf(pdf, row.detail, letters.detail, width) : 0
  return heightOf(pdf, row.name, nameSetting(row), width) + detail + 2 * PADDING
}

function nameSetting({ isSum }: PaperRow): Setting {
  return isSum ? letters.strong : letters.text
}

function figures({ isSum }: PaperRow): Setting {
  return isSum ? letters.strongFigures : letters.figures
}

function cell(pdf: Pdf, type: 'TH' | 'TD', scope: 'Row' | 'Column' | undefined, draw: () => void) {
  return pdf.struct(type, { ...(scope && { scope }) } as object, draw)
}

function rule({ pdf, y }: Flow, colour: string): void {
  decorate(pdf, () =>
    pdf
      .moveTo(EDGE, y)
      .lineTo(EDGE + WIDTH, y)
      .lineWidth(0.5)
      .stroke(colour),
  )
}
