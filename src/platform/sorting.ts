import { type Sql, sql } from './sql.ts'

/** By which of its columns a list is sorted, and which way: `total` or, downwards, `-total` in an address. */
export interface Sorting<Column extends string = string> {
  column: Column
  isDescending: boolean
}

/** The last row of a page: what it has in the column that sorts, as text, and its id. The next page begins behind it. */
export interface Behind {
  value: string
  id: number
}

/** What a page of a sorted list is asked for. */
export interface SortedPage<Column extends string = string> {
  sorting: Sorting<Column>
  behind: Behind | null
}

/** What a column sorts by, which is never null, and of what kind it is. */
export interface SortColumn {
  by: Sql
  kind: keyof typeof kinds
}

/** How the value of a row stands in an address and is read from it: a time in microseconds, lest two are taken for one. */
const kinds = {
  text: { said: (by: Sql) => by, read: sql`$behindValue::text`, pattern: /^/ },
  number: {
    said: (by: Sql) => sql`(${by})::text`,
    read: sql`$behindValue::bigint`,
    pattern: /^-?\d{1,18}$/,
  },
  time: {
    said: (by: Sql) => sql`(extract(epoch from ${by}) * 1000000)::bigint::text`,
    read: sql`(timestamptz 'epoch' + $behindValue::bigint * interval '1 microsecond')`,
    pattern: /^\d{1,16}$/,
  },
}

/** The sorting that an address asks for, or else the list's own. */
export function sortingIn<Column extends string>(
  given: unknown,
  columns: readonly Column[],
  otherwise: Sorting<Column>,
): Sorting<Column> {
  const column = columns.find((name) => given === name || given === `-${name}`)
  return column ? { column, isDescending: given !== column } : otherwise
}

export function sortingText({ column, isDescending }: Sorting): string {
  return isDescending ? `-${column}` : column
}

/** Behind which row the page begins that an address asks for; null for the first page. */
export function behindIn(given: unknown): Behind | null {
  const [, id, value] = typeof given === 'string' ? (/^(\d{1,15})~([^\0]*)$/.exec(given) ?? []) : []
  return id !== undefined && value !== undefined ? { id: Number(id), value } : null
}

export function behindText({ id, value }: Behind): string {
  return `${id}~${value}`
}

/**
 * The pieces of a statement that reads one page: `sortKey` among what is selected, a condition with the values that it
 * binds, and the order. Rows with the same value are sorted by their id, so that none is missed or seen twice.
 */
export function sortedBy({ by, kind }: SortColumn, id: Sql, { sorting, behind }: SortedPage) {
  const { said, read, pattern } = kinds[kind]
  const way = sorting.isDescending ? sql`desc` : sql``
  const beyond = sorting.isDescending ? sql`<` : sql`>`
  const { id: behindId, value: behindValue } = behind && pattern.test(behind.value) ? behind : none
  return {
    key: sql`${said(by)} as "sortKey"`,
    behind: sql`($behindId::bigint is null or (${by}, ${id}) ${beyond} (${read}, $behindId::bigint))`,
    order: sql`${by} ${way}, ${id} ${way}`,
    values: { behindId, behindValue },
  }
}

const none = { id: null, value: null }

/** The same for a list that is small and here as a whole. */
export function sortRows<Row, Column extends string>(
  all: Row[],
  { column, isDescending }: Sorting<Column>,
  keys: Record<Column, (row: Row) => string | number | Date | null>,
  locale: string,
): Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const key = keys[column]
  const sorted = all.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return typeof a === 'string' || typeof b === 'string'
      ? compare(String(a), String(b))
      : Number(a) - Number(b)
  })
  return isDescending ? sorted.reverse() : sorted
}
