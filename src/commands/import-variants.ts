import { type ProductDraft, slugOf } from '../catalogue/index.ts'
import type { Locale } from '../platform/locale.ts'
import { type Currency, parseAmount } from '../platform/money.ts'
import type { Refuse } from './import-fault.ts'
import { addressOf, type ImportedPicture } from './import-pictures.ts'
import type { Row } from './import-rows.ts'
import { plainText } from './import-texts.ts'

/** In which language the file is written and in which currency its prices are. */
export interface Reading {
  locale: Locale
  currency: Currency
}

export interface ImportedVariant {
  line: number
  draft: ProductDraft['variants'][number]
  /** How many there are, where the file says so. */
  onHand: number | undefined
}

const numbers = [1, 2, 3] as const
const MOST_VARIANTS = 2_048
const LARGEST_COUNT = 2_000_000_000

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
  const named = numbers.filter((number) => isOption(rows, number))
  for (const row of offered) checkOptions(row, named, refuse)
  const options = named.map((number) => readOption(rows, offered, number, reading))
  const variants = offered.map((row) => readVariant(row, named, pictures, reading, refuse))
  refuseTwins(variants, refuse)
  return { options, variants }
}

/** A product without options is written as one option "Title" with the value "Default Title". */
function isOption(rows: Row[], number: 1 | 2 | 3): boolean {
  const name = rows.find((row) => row[`option${number}Name`])?.[`option${number}Name`]
  return name !== undefined && !rows.some((row) => row[`option${number}Value`] === 'Default Title')
}

function checkOptions(row: Row, named: readonly number[], refuse: Refuse): void {
  for (const number of numbers) {
    const value = row[`option${number}Value`]
    if (named.includes(number) && !value) refuse(row.line, `The variant has no value of option ${number}.`)
    if (!named.includes(number) && value && value !== 'Default Title') {
      refuse(row.line, `“${value}” is the value of option ${number}, which has no name.`)
    }
  }
}

function readOption(rows: Row[], offered: Row[], number: 1 | 2 | 3, { locale }: Reading) {
  const name = rows.find((row) => row[`option${number}Name`])![`option${number}Name`]
  const labels = new Map(
    offered.map((row) => [keyOf(row[`option${number}Value`]), row[`option${number}Value`]]),
  )
  return {
    name: { [locale]: plainText(name) },
    values: [...labels].map(([key, label]) => ({ key, label: { [locale]: plainText(label) } })),
  }
}

function readVariant(
  row: Row,
  named: readonly (1 | 2 | 3)[],
  pictures: ImportedPicture[],
  { currency }: Reading,
  refuse: Refuse,
): ImportedVariant {
  const labels = named.map((number) => row[`option${number}Value`])
  const amount = readPrice(row, currency, refuse)
  const compareAt = row.compareAt ? readAmount(row.line, row.compareAt, currency, refuse) : undefined
  const picture = row.variantImage
    ? pictures.findIndex(({ source }) => source === addressOf(row.variantImage))
    : undefined
  return {
    line: row.line,
    draft: {
      sku: row.sku || [row.handle, ...labels].map(slugOf).join('-').toUpperCase(),
      barcode: row.barcode || undefined,
      weightGrams: readWeight(row, refuse),
      values: labels.map(keyOf),
      prices: [{ currency, amount, compareAt: compareAt && compareAt > amount ? compareAt : undefined }],
      picture,
    },
    onHand: readCount(row, refuse),
  }
}

function readPrice(row: Row, currency: Reading['currency'], refuse: Refuse): number {
  if (!row.price) refuse(row.line, 'The variant has no price.')
  const amount = row.price ? readAmount(row.line, row.price, currency, refuse) : undefined
  if (amount === 0) refuse(row.line, 'The price is zero: only what costs something can be sold.')
  return amount ?? 0
}

function readAmount(
  line: number,
  text: string,
  currency: Reading['currency'],
  refuse: Refuse,
): number | undefined {
  const amount = parseAmount(text, currency)
  if (amount === undefined)
    refuse(
      line,
      `“${text}” is no price in ${currency}: write it like ${currency === 'JPY' ? '1250' : '12.50'}.`,
    )
  return amount
}

function readWeight({ line, grams }: Row, refuse: Refuse): number {
  if (!grams) return 0
  if (!/^\d{1,9}(\.\d+)?$/.test(grams)) refuse(line, `“${grams}” is no weight in grams.`)
  return Math.round(Number(grams))
}

/** Shopify sells below nothing, and then writes a negative count. */
function readCount({ line, quantity }: Row, refuse: Refuse): number | undefined {
  if (!quantity) return undefined
  const count = /^-?\d{1,10}$/.test(quantity) ? Number(quantity) : Number.POSITIVE_INFINITY
  if (count > LARGEST_COUNT) refuse(line, `“${quantity}” is no number of pieces.`)
  return Math.max(0, count)
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

function keyOf(label: string): string {
  return label.toLowerCase()
}
