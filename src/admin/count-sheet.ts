import { officeVariantsOf, variantsCalled } from '../catalogue/index.ts'
import { stockLevels } from '../inventory/index.ts'
import { cellsOf } from '../platform/csv-cells.ts'
import { recordsIn, Unreadable } from '../platform/csv-records.ts'

/** A line of a count: what there is by our books, and what somebody has counted. */
export interface CountedLine {
  variantId: number
  sku: string
  title: string
  onHand: number
  held: number
  counted: number
}

/** What is wrong with a line of a list, as a message and what it names. */
export interface ListFault {
  line: number
  key: string
  values: Record<string, string | number>
}

/** Beyond that a list is to be cut into several. */
const MOST = 5_000

/**
 * Reads a list of counts: a row of headings with `sku` and `on_hand` (or `counted`), separated by commas, semicolons or
 * tabs. What there is of other variants is not spoken of.
 */
export async function countSheet(text: string): Promise<{ lines: CountedLine[]; faults: ListFault[] }> {
  const faults: ListFault[] = []
  const counts = new Map<string, { line: number; sku: string; counted: number }>()
  const refuse = (line: number, key: string, values = {}) => faults.push({ line, key, values })
  for (const { line, sku, count } of await rowsOf(text, refuse)) {
    const known = counts.get(sku.toLowerCase())
    if (!sku) refuse(line, 'admin.count.no-sku')
    else if (!/^\d{1,7}$/.test(count)) refuse(line, 'admin.count.no-number', { sku })
    else if (known) refuse(line, 'admin.count.twice', { sku, first: known.line })
    else if (counts.size >= MOST) refuse(line, 'admin.count.many', { most: MOST })
    else counts.set(sku.toLowerCase(), { line, sku, counted: Number(count) })
  }
  const ids = await variantsCalled([...counts.keys()])
  const levels = await stockLevels([...ids.values()])
  const named = new Map((await officeVariantsOf([...ids.values()])).map((variant) => [variant.id, variant]))
  const lines = [...counts].flatMap(([called, { line, sku, counted }]) => {
    const variantId = ids.get(called)
    if (variantId === undefined) {
      refuse(line, 'admin.count.unknown', { sku })
      return []
    }
    const { onHand, held } = levels.get(variantId) ?? { onHand: 0, held: 0 }
    if (counted < held) {
      refuse(line, 'admin.count.held', { sku, held })
      return []
    }
    return [
      {
        variantId,
        sku: named.get(variantId)!.sku,
        title: named.get(variantId)!.title,
        onHand,
        held,
        counted,
      },
    ]
  })
  return { lines, faults: faults.sort((a, b) => a.line - b.line) }
}

async function rowsOf(text: string, refuse: (line: number, key: string) => void) {
  const first = text.slice(0, 2_000).split(/\r?\n/)[0] ?? ''
  const separator = [';', '\t', ','].find((one) => first.includes(one)) ?? ','
  const found: { line: number; sku: string; count: string }[] = []
  let places: { sku: number; count: number } | undefined
  try {
    for await (const records of recordsIn([text], separator)) {
      for (const { line, text: record } of records) {
        const { cells, isSound } = cellsOf(record, separator)
        const plain = cells.map((cell) => cell.trim())
        if (!places) places = placesIn(plain)
        else if (isSound) found.push({ line, sku: plain[places.sku] ?? '', count: plain[places.count] ?? '' })
        else refuse(line, 'admin.count.marks')
        if (!places) {
          refuse(line, 'admin.count.headings')
          return []
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refuse(error.line, 'admin.count.marks')
  }
  if (!places) refuse(1, 'admin.count.headings')
  return found
}

function placesIn(headings: string[]) {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ''))
  const [sku, count] = [
    plain.indexOf('sku'),
    plain.findIndex((one) => ['counted', 'onhand', 'gezählt', 'bestand'].includes(one)),
  ]
  return sku >= 0 && count >= 0 ? { sku, count } : undefined
}
