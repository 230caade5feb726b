import { portion } from './rounding.ts'

const MILLION = 1_000_000

/** A tax rate in parts per million: 190000 is 19 %. */
export type TaxRate = number

/** The tax of an amount (minor units), rounded once: what it contains where prices include it, else what comes on top. */
export function taxOf(amount: number, rate: TaxRate, isIncluded: boolean): number {
  return portion(amount, rate, isIncluded ? MILLION + rate : MILLION)
}
