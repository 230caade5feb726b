import type { Request } from 'express'
import {
  behindIn,
  behindText,
  type SortedPage,
  type Sorting,
  sortingIn,
  sortingText,
  sortRows,
} from '../platform/sorting.ts'

/** What the head of a column shows: whether the list is sorted by it, and where it is sorted by it, or the other way. */
export interface SortHead {
  sort: 'ascending' | 'descending' | null
  address: string
}

/** Which page of a list is asked for, and in which order. */
export function sortedPageIn<Column extends string>(
  req: Request,
  columns: readonly Column[],
  otherwise: Sorting<Column>,
): SortedPage<Column> {
  return {
    sorting: sortingIn(req.query.sort, columns, otherwise),
    behind: behindIn(req.query.behind),
  }
}

/** The head of each column by which the list can be sorted. Another order begins at its first page. */
export function sortHeads<Column extends string>(
  req: Request,
  columns: readonly Column[],
  sorting: Sorting<Column>,
): Record<Column, SortHead> {
  const heads = columns.map((column): [string, SortHead] => {
    const isSorted = column === sorting.column
    const next = { column, isDescending: isSorted && !sorting.isDescending }
    return [
      column,
      {
        sort: isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : null,
        address: hereWith(req, { sort: sortingText(next) }),
      },
    ]
  })
  return Object.fromEntries(heads) as Record<Column, SortHead>
}

/** A page of rows of which one more was read than it has, and the address of the next page, if there is one. */
export function pageOf<Row extends { id: number; sortKey: string }>(
  req: Request,
  found: Row[],
  size: number,
) {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  const isMore = found.length > size && last !== undefined
  const next = isMore ? hereWith(req, { behind: behindText({ id: last.id, value: last.sortKey }) }) : null
  return { shown, next }
}

/** A list that is small and read as a whole, sorted as the address asks, and the heads of its columns. */
export function sortedHere<Row, Column extends string>(
  req: Request,
  all: Row[],
  keys: Record<Column, (row: Row) => string | number | Date | null>,
  otherwise: Sorting<NoInfer<Column>>,
) {
  const columns = Object.keys(keys) as Column[]
  const { sorting } = sortedPageIn(req, columns, otherwise)
  return { shown: sortRows(all, sorting, keys, req.locale), heads: sortHeads(req, columns, sorting) }
}

/** Where the list is as a file, sorted and filtered as here. */
export function fileAddress(req: Request): string {
  const [path, query] = hereWith(req, {}).split('?')
  return `${path}.csv${query ? `?${query}` : ''}`
}

/** This address with what it asks for, on its first page unless another is named. */
function hereWith(req: Request, changed: { sort?: string; behind?: string }): string {
  const given = Object.entries(req.query).filter(
    (pair): pair is [string, string] => pair[0] !== 'behind' && typeof pair[1] === 'string' && pair[1] !== '',
  )
  const query = new URLSearchParams({ ...Object.fromEntries(given), ...changed })
  return query.size > 0 ? `${req.path}?${query}` : req.path
}
