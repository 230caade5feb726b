import { type ProductDraft, slugOf } from '../catalogue/index.ts'
import type { Refuse } from '../platform/faults.ts'
import type { Locale } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import type { Column } from './columns.ts'
import { addressOf, type ImportedPicture } from './pictures.ts'
import { readAmount, readCount, readFlag, readWeight } from './read-cells.ts'
import { keyOf, type numbers, readOptions } from './read-options.ts'
import type { Row } from './rows.ts'

/** In which language the file is written, in which currency its prices are, and what it speaks of. */
export interface Reading {
  locale: Locale
  currency: Currency
  columns: ReadonlySet<Column>
}

export interface ImportedVariant {
  line: number
  draft: ProductDraft['variants'][number]
  /** Its SKU stands in the file, and was not made up by us. */
  isNamed: boolean
  isTaxable: boolean | undefined
  /** How many there are, where the file says so. */
  onHand: number | undefined
}

const MOST_VARIANTS = 2_048
const LONGEST_SKU = 100

/** Reads options and variants of a product: each row with a price, a SKU or an option is a variant. */
export function readVariants(
  rows: Row[],
  head: Row,
  pictures: ImportedPicture[],
  reading: Reading,
  refuse: Refuse,
) {
  const offered = rows.filter((row) => row === head || row.price || row.sku || row.option1Value)
  if (offered.length > MOST_VARIANTS)
    refuse(offered[MOST_VARIANTS]!.line, `The product has more than ${MOST_VARIANTS} variants.`)
  const { named, options } = readOptions(rows, offered, reading.locale, refuse)
  const variants = offered.map((row) => readVariant(row, named, pictures, reading, refuse))
  refuseTwins(variants, refuse)
  return { options, variants }
}

function readVariant(
  row: Row,
  named: readonly (typeof numbers)[number][],
  pictures: ImportedPicture[],
  { columns, currency }: Reading,
  refuse: Refuse,
): ImportedVariant {
  const labels = named.map((number) => row[`option${number}Value`])
  const sku = row.sku || [row.handle, ...labels].map(slugOf).join('-').toUpperCase()
  if (sku.length > LONGEST_SKU) refuse(row.line, `The SKU is longer than ${LONGEST_SKU} characters.`)
  return {
    ...{ line: row.line, isNamed: row.sku !== '', onHand: readCount(row, refuse) },
    isTaxable: readFlag(row, 'taxable', refuse),
    draft: {
      sku,
      barcode: columns.has('barcode') ? row.barcode : undefined,
      weightGrams: columns.has('grams') ? readWeight(row, refuse) : undefined,
      values: labels.map(keyOf),
      prices: [readPrice(row, currency, refuse)],
      picture:
        row.variantImage && columns.has('image')
          ? pictures.findIndex(({ source }) => source === addressOf(row.variantImage))
          : undefined,
    },
  }
}

function readPrice(row: Row, currency: Currency, refuse: Refuse) {
  if (!row.price) refuse(row.line, 'The variant has no price.')
  const amount = row.price ? readAmount(row.line, row.price, currency, refuse) : undefined
  if (amount === 0) refuse(row.line, 'The price is zero: only what costs something can be sold.')
  const compareAt = row.compareAt ? readAmount(row.line, row.compareAt, currency, refuse) : undefined
  const isLess = amount !== undefined && compareAt !== undefined && amount < compareAt
  return { currency, amount: amount ?? 0, compareAt: isLess ? compareAt : undefined }
}

function refuseTwins(variants: ImportedVariant[], refuse: Refuse): void {
  const lines = new Map<string, number>()
  for (const { line, draft } of variants) {
    const choice = draft.values.join('\n')
    const first = lines.get(choice)
    if (first !== undefined) refuse(line, `The variant has the same options as the one on line ${first}.`)
    else lines.set(choice, line)
  }
}
