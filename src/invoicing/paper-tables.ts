import { formatsOf } from '../platform/locale.ts'
import type { Translate } from '../platform/messages.ts'
import type { InvoiceLine, Snapshot } from './invoice.ts'
import { sumOf } from './tax-rows.ts'

/** A table of words and numbers; its first column names the rows, the others hold numbers. */
export interface PaperTable {
  caption: string
  columns: string[]
  rows: PaperRow[]
}

export interface PaperRow {
  name: string
  /** What is said of it in small letters, '' for nothing. */
  detail: string
  cells: string[]
  isSum: boolean
}

/** What is charged, or what is paid back for, line by line. */
export function goodsTable(t: Translate, snapshot: Snapshot): PaperTable {
  const { lines, deliveryLine, corrects } = snapshot
  const caption = t(corrects ? 'invoicing.goods.credited' : 'invoicing.goods')
  if (corrects && lines.length === 0) return creditedAsAWhole(t, caption, snapshot)
  const all = [...lines, ...(deliveryLine ? [deliveryLine] : [])]
  const hasDiscount = all.some(({ discount }) => discount > 0)
  const { number } = formatsOf(snapshot.locale)
  const money = moneyIn(snapshot)
  return {
    caption,
    columns: [
      t('invoicing.column.item'),
      t('invoicing.column.quantity'),
      t('invoicing.column.price'),
      ...(hasDiscount ? [t('invoicing.column.discount')] : []),
      t('invoicing.column.rate'),
      t('invoicing.column.amount'),
    ],
    rows: all.map((line) => ({
      ...nameOf(line),
      cells: [
        number(line.quantity),
        money(line.unitPrice),
        ...(hasDiscount ? [line.discount > 0 ? money(-line.discount) : '–'] : []),
        rateOf(t, line.taxRate),
        money(line.total),
      ],
      isSum: false,
    })),
  }
}

/** What stands between the lines and the total: the tax, where it comes on top of them. */
export function sumsOf(t: Translate, snapshot: Snapshot): { label: string; text: string }[] {
  if (snapshot.taxIncluded) return []
  const money = moneyIn(snapshot)
  return [
    { label: t('invoicing.sum.net'), text: money(sumOf(snapshot.taxes).net) },
    ...snapshot.taxes.map(({ rate, tax }) => ({
      label: t('invoicing.sum.tax', { rate: rate / MILLION }),
      text: money(tax),
    })),
  ]
}

/** What of it is tax, a row for each rate. */
export function taxTable(t: Translate, snapshot: Snapshot): PaperTable {
  const money = moneyIn(snapshot)
  const cellsOf = ({ net, tax, gross }: { net: number; tax: number; gross: number }) =>
    [net, tax, gross].map(money)
  const rows = snapshot.taxes.map((row) => ({
    name: rateOf(t, row.rate),
    detail: '',
    cells: cellsOf(row),
    isSum: false,
  }))
  const sum = {
    name: t('invoicing.taxes.sum'),
    detail: '',
    cells: cellsOf(sumOf(snapshot.taxes)),
    isSum: true,
  }
  return {
    caption: t('invoicing.taxes'),
    columns: ['rate', 'net', 'tax', 'gross'].map((column) => t(`invoicing.taxes.${column}`)),
    rows: rows.length > 1 ? [...rows, sum] : rows,
  }
}

function creditedAsAWhole(t: Translate, caption: string, snapshot: Snapshot): PaperTable {
  const name = t('invoicing.goods.refund', { number: snapshot.order.number })
  return {
    caption,
    columns: [t('invoicing.column.item'), t('invoicing.column.amount')],
    rows: [{ name, detail: '', cells: [moneyIn(snapshot)(snapshot.total)], isSum: false }],
  }
}

const MILLION = 1_000_000

function rateOf(t: Translate, rate: number): string {
  return t('invoicing.rate', { rate: rate / MILLION })
}

function nameOf({ title, optionText, sku }: InvoiceLine) {
  return { name: title, detail: [optionText, sku].filter(Boolean).join(' · ') }
}

function moneyIn({ locale, currency }: Snapshot) {
  const { money } = formatsOf(locale)
  return (amount: number) => money({ amount, currency })
}
