import type { Refuse } from '../platform/faults.ts'
import type { Locale } from '../platform/locale.ts'
import type { Row } from './rows.ts'
import { oneLine } from './texts.ts'

export const numbers = [1, 2, 3] as const
type OptionNumber = (typeof numbers)[number]

/** What Shopify writes as the one option of a product that has none. */
export const NO_OPTION = { name: 'Title', value: 'Default Title' }

/** Which options a product has, with the values that its variants offer. */
export function readOptions(rows: Row[], offered: Row[], locale: Locale, refuse: Refuse) {
  const named = numbers.filter((number) => isOption(rows, number))
  for (const row of offered) checkOptions(row, named, refuse)
  return { named, options: named.map((number) => readOption(rows, offered, number, locale)) }
}

/** Two ways of writing a word in capitals and small letters are one value. */
export function keyOf(label: string): string {
  return label.toLowerCase()
}

function isOption(rows: Row[], number: OptionNumber): boolean {
  return (
    nameOf(rows, number) !== undefined && !rows.some((row) => row[`option${number}Value`] === NO_OPTION.value)
  )
}

function nameOf(rows: Row[], number: OptionNumber): string | undefined {
  return rows.find((row) => row[`option${number}Name`])?.[`option${number}Name`]
}

function checkOptions(row: Row, named: readonly OptionNumber[], refuse: Refuse): void {
  for (const number of numbers) {
    const value = row[`option${number}Value`]
    if (named.includes(number) && !value) refuse(row.line, `The variant has no value of option ${number}.`)
    if (!named.includes(number) && value && value !== NO_OPTION.value) {
      refuse(row.line, `“${value}” is the value of option ${number}, which has no name.`)
    }
  }
}

function readOption(rows: Row[], offered: Row[], number: OptionNumber, locale: Locale) {
  const labels = new Map<string, string>()
  for (const { [`option${number}Value` as const]: label } of offered)
    if (!labels.has(keyOf(label))) labels.set(keyOf(label), oneLine(label))
  return {
    name: { [locale]: oneLine(nameOf(rows, number)!) },
    values: [...labels].map(([key, label]) => ({ key, label: { [locale]: label } })),
  }
}
