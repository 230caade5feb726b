import type { ProductDraft } from '../catalogue/index.ts'
import type { Refuse } from '../platform/faults.ts'
import { type Currency, parseAmount } from '../platform/money.ts'
import type { Column } from './columns.ts'
import type { Row } from './rows.ts'

type Status = NonNullable<ProductDraft['status']>

const statuses: readonly string[] = ['active', 'draft', 'archived', 'unlisted'] satisfies Status[]
const LARGEST_COUNT = 2_000_000_000

/** Whether people may see it; undefined where the file has no column that says so. */
export function readPublication(row: Row, columns: ReadonlySet<Column>, refuse: Refuse): boolean | undefined {
  const status = statusOf(row)
  if (!statuses.includes(status))
    refuse(
      row.line,
      `“${row.status}” is no status: write ${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}.`,
    )
  const published = readFlag(row, 'published', refuse) ?? true
  return columns.has('published') || columns.has('status') ? published && status === 'active' : undefined
}

export function statusOf({ status }: Row): Status {
  return (status.toLowerCase() || 'active') as Status
}

export function readTags(tags: string): string[] {
  return tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
}

/** Undefined for an empty cell. */
export function readFlag(row: Row, column: Column, refuse: Refuse): boolean | undefined {
  const cell = row[column]
  if (/^(true|yes|1)$/i.test(cell)) return true
  if (/^(false|no|0)$/i.test(cell)) return false
  if (cell) refuse(row.line, `“${cell}” is neither TRUE nor FALSE.`)
  return undefined
}

/** Minor units. */
export function readAmount(
  line: number,
  text: string,
  currency: Currency,
  refuse: Refuse,
): number | undefined {
  const amount = parseAmount(text, currency)
  const example = currency === 'JPY' ? '1250' : '12.50'
  if (amount === undefined) refuse(line, `“${text}” is no price in ${currency}: write it like ${example}.`)
  return amount
}

export function readWeight({ line, grams }: Row, refuse: Refuse): number {
  if (!grams) return 0
  if (!/^\d{1,9}(\.\d+)?$/.test(grams)) refuse(line, `“${grams}” is no weight in grams.`)
  return Math.round(Number(grams))
}

/** Shopify sells below nothing, and then writes a negative count. */
export function readCount({ line, quantity }: Row, refuse: Refuse): number | undefined {
  if (!quantity) return undefined
  const count = /^-?\d{1,10}$/.test(quantity) ? Number(quantity) : Number.POSITIVE_INFINITY
  if (count > LARGEST_COUNT) refuse(line, `“${quantity}” is no number of pieces.`)
  return Math.max(0, count)
}
