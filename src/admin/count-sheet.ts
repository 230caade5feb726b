import { officeVariantsOf, variantsCalled } from '../catalogue/index.ts'
import { stockLevels } from '../inventory/index.ts'
import { type ListFault, listRows, MOST_ROWS } from './list-rows.ts'

/** A line of a count: what there is by our books, and what somebody has counted. */
export interface CountedLine {
  variantId: number
  sku: string
  title: string
  onHand: number
  held: number
  counted: number
}

const headings = { sku: ['sku'], count: ['counted', 'onhand', 'gezahlt', 'bestand'] }

/**
 * Reads a list of counts: a row of headings with `sku` and `on_hand` (or `counted`), separated by commas, semicolons or
 * tabs. What there is of other variants is not spoken of.
 */
export async function countSheet(text: string): Promise<{ lines: CountedLine[]; faults: ListFault[] }> {
  const faults: ListFault[] = []
  const counts = new Map<string, { line: number; sku: string; counted: number }>()
  const refuse = (line: number, key: string, values = {}) => faults.push({ line, key, values })
  for (const { line, sku, count } of await listRows(text, headings, refuse)) {
    const known = counts.get(sku.toLowerCase())
    if (!sku) refuse(line, 'admin.count.no-sku')
    else if (!/^\d{1,7}$/.test(count)) refuse(line, 'admin.count.no-number', { sku })
    else if (known) refuse(line, 'admin.count.twice', { sku, first: known.line })
    else if (counts.size >= MOST_ROWS) refuse(line, 'admin.list.many', { most: MOST_ROWS })
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
