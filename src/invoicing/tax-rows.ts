import type { OrderRecord } from '../orders/index.ts'
import { portion, shareOut } from '../pricing/index.ts'

/** What is charged at one rate of tax (parts per million); amounts in minor units, net and tax add up to gross. */
export interface TaxRow {
  rate: number
  net: number
  tax: number
  gross: number
}

type Taxed = { taxRate: number; tax: number; total: number }

/**
 * What an order charged at each rate, the highest rate first.
 * @throws Error when its parts are not its total: such an order is looked at before it gets an invoice.
 */
export function taxRowsOf(order: OrderRecord): TaxRow[] {
  const { delivery } = order.quote
  const parts: Taxed[] = [...order.lines, ...(delivery ? [{ ...delivery, total: delivery.amount }] : [])]
  const taxRows = ratesIn(parts).map((rate) => {
    const same = parts.filter(({ taxRate }) => taxRate === rate)
    const tax = sum(same.map((part) => part.tax))
    const total = sum(same.map((part) => part.total))
    const gross = order.taxIncluded ? total : total + tax
    return { rate, net: gross - tax, tax, gross }
  })
  if (sum(taxRows.map(({ gross }) => gross)) !== order.total) {
    throw new Error(`The parts of order ${order.number} do not add up to its total`)
  }
  return taxRows
}

/** What is left of an invoice's rows after its credit notes. */
export function taxRowsLeft(invoiced: TaxRow[], credited: TaxRow[]): TaxRow[] {
  return invoiced.map(({ rate, ...row }) => {
    const same = credited.filter((other) => other.rate === rate)
    const left = (part: 'net' | 'tax' | 'gross') => row[part] - sum(same.map((other) => other[part]))
    return { rate, net: left('net'), tax: left('tax'), gross: left('gross') }
  })
}

/**
 * Shares an amount that goes back over what is left at each rate, so that the rows add up to it, and a last refund
 * takes exactly what there still was. `wanted` says how much goes back at each rate, where that is known.
 * @throws RangeError for more than is left.
 */
export function creditRows(amount: number, left: TaxRow[], wanted?: Map<number, number>): TaxRow[] {
  if (amount > sum(left.map(({ gross }) => gross))) throw new RangeError('More goes back than was charged')
  const known = wanted && left.map(({ rate }) => wanted.get(rate) ?? 0)
  const fits = known?.every((part, index) => part <= left[index]!.gross) && sum(known) === amount
  const weights = left.map(({ gross }) => gross)
  const parts = fits ? known! : shareOut(amount, weights)
  return left.flatMap(({ rate, tax, gross }, index) => {
    const part = parts[index]!
    if (part === 0) return []
    const partOfTax = portion(part, tax, gross)
    return [{ rate, net: part - partOfTax, tax: partOfTax, gross: part }]
  })
}

/** The sums of all rows. */
export function sumOf(taxRows: TaxRow[]): Omit<TaxRow, 'rate'> {
  const of = (part: 'net' | 'tax' | 'gross') => sum(taxRows.map((row) => row[part]))
  return { net: of('net'), tax: of('tax'), gross: of('gross') }
}

function ratesIn(parts: Taxed[]): number[] {
  return [...new Set(parts.map(({ taxRate }) => taxRate))].sort((a, b) => b - a)
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
