import type { SortHead } from '../../src/admin/sorted-list.ts'

/** The heads of the columns by which a table can be sorted; it is by the first, downwards. */
export function headsOf(...columns: string[]): Record<string, SortHead> {
  const heads = columns.map((column, index): [string, SortHead] => [
    column,
    { sort: index === 0 ? 'descending' : null, address: `?sort=${column}` },
  ])
  return Object.fromEntries(heads)
}
