import { cellsOf } from '../platform/csv-cells.ts'
import { type CsvRecord, recordsIn } from '../platform/csv-records.ts'
import { collectFaults, type Fault, type Refuse } from '../platform/faults.ts'
import { currencies } from '../platform/money.ts'
import { readAmount } from './bank-amount.ts'
import type { Column } from './bank-columns.ts'
import { readDay } from './bank-day.ts'
import { findHeadings } from './bank-headings.ts'
import type { Transfer } from './transfer.ts'

/** What a bank's list says came in; what went out is only counted. */
export interface TransferFile {
  transfers: (Transfer & { line: number })[]
  outgoing: number
  faults: Fault[]
}

/**
 * Reads a bank's list: separated by commas, semicolons or tabs, in UTF-8 or as Windows writes it, with whatever the
 * bank puts before the headings.
 * @throws Unreadable when no row has the headings that are needed.
 */
export async function readBankList(bytes: Uint8Array, defaults: { currency: string }): Promise<TransferFile> {
  const text = decode(bytes)
  const { separator, columns, after } = await findHeadings(text)
  const faults: Fault[] = []
  const refuse = collectFaults(faults)
  const file: TransferFile = { transfers: [], outgoing: 0, faults }
  for await (const records of recordsIn([text], separator))
    for (const record of records) {
      if (record.line <= after) continue
      const read = readLine(record, { separator, columns, refuse, ...defaults })
      if (read && read.amount > 0) file.transfers.push({ ...read, line: record.line })
      else if (read) file.outgoing += 1
    }
  return file
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

interface Reading {
  separator: string
  columns: Map<Column, number>
  refuse: Refuse
  currency: string
}

function readLine(
  { line, text }: CsvRecord,
  { separator, columns, refuse, ...defaults }: Reading,
): Transfer | undefined {
  const { cells, isSound } = cellsOf(text, separator)
  if (!isSound) return refuse(line, 'The quotation marks do not match.') as undefined
  const cell = (column: Column) => cells[columns.get(column) ?? -1]?.replace(/\s+/g, ' ').trim() ?? ''
  const currency = cell('currency').toUpperCase() || defaults.currency
  const amount = readAmount(cell('amount'), currency)
  const bookedOn = readDay(cell('date'))
  const fault = !cell('reference')
    ? 'The line has no id of the bank.'
    : !(currencies as readonly string[]).includes(currency)
      ? `The currency "${currency}" is none of the shop's.`
      : amount === undefined
        ? `The amount "${cell('amount')}" cannot be read.`
        : bookedOn === undefined
          ? `The date "${cell('date')}" cannot be read.`
          : undefined
  if (fault) return refuse(line, fault) as undefined
  return {
    reference: cell('reference'),
    amount: amount!,
    currency,
    purpose: cell('purpose'),
    sender: cell('sender'),
    bookedOn,
  }
}
