import { readFile } from 'node:fs/promises'
import { recordTransfers } from '../../orders/index.ts'
import { readBankList } from '../../payments/index.ts'
import { Unreadable } from '../../platform/csv-records.ts'
import { type Fault, inOrder } from '../../platform/faults.ts'
import { decimalOf } from '../../platform/money.ts'

export interface TransferImport {
  file: string
  currency: string
  isDryRun: boolean
}

export interface TransferReport {
  /** What became of each line that brought money, in the order of the file. */
  lines: { line: number; sentence: string; isDoubtful: boolean }[]
  outgoing: number
  faults: Fault[]
}

const doubts: Record<string, string> = {
  unknown_order: 'names no order of ours',
  several_orders: 'names more than one order',
  to_be_paid_by_card: 'names an order that is to be paid by card',
  paid_already: 'names an order that is paid already',
  other_currency: 'is in another currency than its order',
  underpaid: 'is less than its order costs',
  overpaid: 'is more than its order costs',
  line_differs: 'has an id that stood for another amount before',
}

/** Reads a bank's list of transfers and pays the orders that it names; nothing is written in a dry run. */
export async function importTransfers({ file, currency, isDryRun }: TransferImport): Promise<TransferReport> {
  try {
    const { transfers, outgoing, faults } = await readBankList(await readFile(file), { currency })
    const by = { actor: 'bank list', isRehearsal: isDryRun }
    const matched = await recordTransfers(transfers, by)
    const lines = matched.map(({ transfer, number, recorded }, index) => ({
      line: transfers[index]!.line,
      sentence: `${decimalOf(transfer)} ${transfer.currency} ${told(number, recorded)}`,
      isDoubtful: recorded.outcome === 'quarantined' || recorded.outcome === 'late',
    }))
    return { lines, outgoing, faults: inOrder(faults) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { lines: [], outgoing: 0, faults: [{ line: error.line, sentence: error.message }] }
  }
}

function told(
  number: string | undefined,
  recorded: Awaited<ReturnType<typeof recordTransfers>>[number]['recorded'],
) {
  const what = { recorded: 'pays', known: 'was read before:', late: 'came too late for' } as const
  if (recorded.outcome !== 'quarantined') return `${what[recorded.outcome]} ${number}`
  return `${doubts[recorded.reason]}${number ? ` (${number})` : ''}`
}
