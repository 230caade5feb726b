import type { Fault } from './import-fault.ts'
import type { Written } from './import-write.ts'

const MOST_LINES = 200

/** What a person has to mend in the file before anything of it is taken. */
export function describeFaults(faults: Fault[]): string {
  const named = faults.slice(0, MOST_LINES).map(({ line, sentence }) => `  line ${line}: ${sentence}`)
  const more = faults.length > MOST_LINES ? [`  … and ${faults.length - MOST_LINES} more`] : []
  return ['Nothing was imported. These rows were refused:', ...named, ...more].join('\n')
}

export function describeWritten({ products, variants, categories }: Written, isDryRun: boolean): string {
  const lines = [
    isDryRun ? 'The file is sound. Nothing was written; an import would leave:' : 'Imported:',
    `  products: ${products.added} new, ${products.changed} updated, ${products.same} unchanged`,
    `  variants: ${variants.added} new, ${variants.known} known`,
  ]
  if (categories.length > 0) lines.push(`  new categories: ${categories.join(', ')}`)
  if (variants.withoutStock > 0) {
    lines.push(
      `  ${variants.withoutStock} new variants come without a quantity: they are sold out until stock is set`,
    )
  }
  return lines.join('\n')
}
