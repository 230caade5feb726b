import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { forgetNavigation } from '../catalogue/index.ts'
import { createDeps } from '../deps.ts'
import { storePlaceholder } from '../media/index.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { recountShelves, recountWords } from '../search/index.ts'
import { importCatalogue } from './import-catalogue.ts'
import { describeFaults, describeWritten } from './import-report.ts'

const usage = `Usage: npm run import -- catalogue FILE.csv [--dry-run] [--currency EUR] [--locale en]

  --dry-run   reads and checks the file and says what would happen; nothing is written
  --currency  the currency of the prices in the file: ${currencies.join(', ')}
  --locale    the language of the file: ${locales.join(', ')}`

const asked = readArguments()
if (asked) process.exitCode = await run(asked)
else {
  console.error(usage)
  process.exitCode = 1
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        currency: { type: 'string', default: 'EUR' },
        locale: { type: 'string', default: 'en' },
      },
    })
    return z
      .object({
        file: z.tuple([z.literal('catalogue'), z.string()]).transform(([, file]) => file),
        isDryRun: z.boolean(),
        currency: z.enum(currencies),
        locale: z.enum(locales),
      })
      .parse({
        file: positionals,
        isDryRun: values['dry-run'],
        currency: values.currency,
        locale: values.locale,
      })
  } catch {
    return undefined
  }
}

async function run(request: NonNullable<typeof asked>): Promise<number> {
  const found = await stat(request.file).catch(() => undefined)
  if (!found?.isFile()) {
    console.error(`There is no file ${request.file}.`)
    return 1
  }
  const deps = createDeps()
  try {
    const { media } = deps
    if (!request.isDryRun) await storePlaceholder(media)
    const report = await importCatalogue({ ...request, media })
    await forgetNavigation(deps.cache)
    await recountShelves()
    await recountWords()
    console.log(report.faults ? describeFaults(report.faults) : describeWritten(report, request.isDryRun))
    return report.faults ? 1 : 0
  } finally {
    await deps.close()
  }
}
