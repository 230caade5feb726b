import { writeFile } from 'node:fs/promises'
import { recordOf } from '../platform/csv-cells.ts'
import type { Fault } from '../platform/faults.ts'
import type { ImportReport } from './import-catalogue.ts'
import type { Written } from './written.ts'

const MOST_LINES = 200

/** What has happened, and what a person has to mend in the file. */
export function describe({ faults, written, resumedAt }: ImportReport, isDryRun: boolean): string {
  return [
    ...(resumedAt
      ? [`An earlier import of this file was stopped; this one went on from line ${resumedAt}.`]
      : []),
    ...(written ? describeWritten(written, isDryRun) : ['Nothing was imported.']),
    ...(faults.length > 0 ? describeFaults(faults, written !== undefined) : []),
  ].join('\n')
}

/** Writes all faults beside the file: `goods.csv` has `goods.report.csv`. */
export async function writeReport(file: string, faults: Fault[]): Promise<string> {
  const report = `${file.replace(/\.csv$/i, '')}.report.csv`
  const lines = faults.map(({ line, sentence }) => recordOf([String(line), sentence]))
  await writeFile(report, [recordOf(['Line', 'Reason']), ...lines].join(''))
  return report
}

function describeFaults(faults: Fault[], isImported: boolean): string[] {
  const named = faults.slice(0, MOST_LINES).map(({ line, sentence }) => `  line ${line}: ${sentence}`)
  const more = faults.length > MOST_LINES ? [`  … and ${faults.length - MOST_LINES} more`] : []
  const what = isImported
    ? 'These rows were refused, and their products left out:'
    : 'These rows were refused:'
  return [what, ...named, ...more]
}

function describeWritten({ products, variants, categories }: Written, isDryRun: boolean): string[] {
  const lines = [
    isDryRun ? 'Nothing was written; an import would leave:' : 'Imported:',
    `  products: ${products.added} new, ${products.changed} updated, ${products.same} unchanged`,
    `  variants: ${variants.added} new, ${variants.known} known`,
  ]
  if (categories.length > 0) lines.push(`  new categories: ${categories.join(', ')}`)
  if (variants.withoutStock > 0) {
    lines.push(
      `  ${variants.withoutStock} new variants come without a quantity: they are sold out until stock is set`,
    )
  }
  return lines
}
