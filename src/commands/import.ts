import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createDeps } from '../deps.ts'
import { storePlaceholder } from '../media/index.ts'
import { closeDatabase } from '../platform/database.ts'
import type { Fault } from '../platform/faults.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { describe, importCatalogue, Overtaken, recount, writeReport } from '../shopify/index.ts'
import { importPastOrders } from './import-past-orders.ts'
import { progress } from './progress.ts'
import { importTransfers } from './transfers/import-transfers.ts'
import { describe as describeTransfers } from './transfers/report.ts'

const usage = `Usage: npm run import -- catalogue FILE.csv [--dry-run] [--strict] [--anew] [--currency EUR] [--locale en]
       npm run import -- transfers FILE.csv [--dry-run] [--currency EUR]
       npm run import -- orders FILE.csv [--dry-run]

  --dry-run   reads and checks the file and says what would happen; nothing is written
  --strict    writes nothing where one row cannot be taken; else only the products of such rows are left out
  --anew      from the first line, where an earlier import of the file was stopped
  --currency  the currency of the prices in the file: ${currencies.join(', ')}
  --locale    the language of the file: ${locales.join(', ')}

What the columns of a catalogue mean stands in src/shopify/README.md. Transfers are a bank's list: date,
amount, currency, purpose, sender and line id, in its own order and with its own headings, English or German.
Orders are those of the shop that was before, as Shopify exports them (Name, Created at, Lineitem sku): what was bought
together is learnt from, and neither names nor addresses are kept.`

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
        strict: { type: 'boolean', default: false },
        anew: { type: 'boolean', default: false },
        currency: { type: 'string', default: 'EUR' },
        locale: { type: 'string', default: 'en' },
      },
    })
    return z
      .object({
        what: z.enum(['catalogue', 'transfers', 'orders']),
        file: z.string(),
        rest: z.undefined(),
        isDryRun: z.boolean(),
        isStrict: z.boolean(),
        anew: z.boolean(),
        currency: z.enum(currencies),
        locale: z.enum(locales),
      })
      .parse({
        what: positionals[0],
        file: positionals[1],
        rest: positionals[2],
        isDryRun: values['dry-run'],
        isStrict: values.strict,
        anew: values.anew,
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
  if (request.what === 'orders') return importPastOrders(request)
  return request.what === 'transfers' ? runTransfers(request) : runCatalogue(request, found.size)
}

async function runTransfers(request: NonNullable<typeof asked>): Promise<number> {
  try {
    const report = await importTransfers(request)
    console.log(describeTransfers(report, request.isDryRun))
    return report.faults.length > 0 ? 1 : 0
  } finally {
    await closeDatabase()
  }
}

async function runCatalogue(request: NonNullable<typeof asked>, size: number): Promise<number> {
  const deps = createDeps()
  try {
    const { media } = deps
    if (!request.isDryRun) await storePlaceholder(media)
    const report = await importCatalogue({ ...request, size, media, shows: progress })
    if (report.written && !request.isDryRun) {
      await recount(deps.cache)
    }
    console.log(describe(report, request.isDryRun))
    return report.faults.length > 0 ? await refuse(request.file, report.faults) : 0
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    console.error(error.message)
    return 1
  } finally {
    await deps.close()
  }
}

/** All faults, however many there are, lie beside the file; where that cannot be written, they are printed. */
async function refuse(file: string, faults: Fault[]): Promise<number> {
  try {
    console.log(`All of them: ${await writeReport(file, faults)}`)
  } catch (error) {
    console.error(`The report cannot be written: ${(error as Error).message}`)
    for (const { line, sentence } of faults) console.error(`${line}: ${sentence}`)
  }
  return 1
}
