import { Unreadable } from '../platform/csv-records.ts'
import { closeDatabase } from '../platform/database.ts'
import { importOrders, type OrderImport } from '../recommendations/index.ts'

const MOST_NAMED = 20

/** Reads the orders of the shop that was before and says what has become of them; gives the code to end with. */
export async function importPastOrders(asked: { file: string; isDryRun: boolean }): Promise<number> {
  try {
    const report = await importOrders(asked.file, asked)
    console.log(describe(report, asked.isDryRun))
    return report.faults.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(`Line ${error.line}: ${error.message} Nothing was written.`)
    return 1
  } finally {
    await closeDatabase()
  }
}

function describe(report: OrderImport, isDryRun: boolean): string {
  const { orders, lines, known, old, unknown, faults } = report
  const some = [...unknown].slice(0, MOST_NAMED).map(([sku, times]) => `  ${sku}, in ${times} lines`)
  return [
    isDryRun ? 'Nothing was written; an import would do this:' : 'Read:',
    ...(unknown.size > 0 ? [`${unknown.size} SKUs are not in the catalogue:`, ...some] : []),
    ...(unknown.size > MOST_NAMED ? ['  …'] : []),
    ...(faults.length > 0
      ? ['Not read:', ...faults.map(({ line, sentence }) => `  line ${line}: ${sentence}`)]
      : []),
    `${orders} orders with ${lines} products, ${known} known already, ${old} of a time of which nothing is kept, ${faults.length} not read.`,
    ...(orders > 0 && !isDryRun ? ['The worker learns from them now.'] : []),
  ].join('\n')
}
