import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { closeDatabase } from '../platform/database.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { exportEvents, exportItems } from '../recommendations/index.ts'
import { exportCatalogue, headings } from '../shopify/index.ts'
import { progress } from './progress.ts'

const usage = `Usage: npm run export -- catalogue [FILE.csv] [--currency EUR] [--locale en] [--headings classic]
       npm run export -- events|items [FILE.csv]
       npm run --silent export -- catalogue > FILE.csv

  --currency  the currency of the prices in the file: ${currencies.join(', ')}
  --locale    the language of the file: ${locales.join(', ')}
  --headings  how the columns are named, as in Shopify's export or in its newer template: ${headings.join(', ')}

Events are what was looked at and bought in visits that have ended, by nobody who is named, and items what is said of the
products: what npm run recommender and SageMaker learn from.`

const things = ['catalogue', 'events', 'items'] as const
const names = { catalogue: 'products', events: 'events', items: 'products' }

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
        currency: { type: 'string', default: 'EUR' },
        locale: { type: 'string', default: 'en' },
        headings: { type: 'string', default: 'classic' },
      },
    })
    return z
      .object({
        what: z.tuple([z.enum(things)], z.string()).refine(({ length }) => length <= 2),
        currency: z.enum(currencies),
        locale: z.enum(locales),
        headings: z.enum(headings),
      })
      .transform(({ what: [what, file], ...writing }) => ({ what, file, writing }))
      .parse({ what: positionals, ...values })
  } catch {
    return undefined
  }
}

async function run({ what, file, writing }: NonNullable<typeof asked>): Promise<number> {
  const writers = {
    catalogue: (to: Writable) => exportCatalogue(to, writing, progress),
    events: exportEvents,
    items: exportItems,
  }
  try {
    const count = file ? await writeWhole(file, writers[what]) : await writers[what](process.stdout)
    console.error(`${count} ${names[what]} were exported${file ? ` to ${file}` : ''}.`)
    return 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    console.error(`The export stopped: ${(error as Error).message}`)
    return 1
  } finally {
    await closeDatabase()
  }
}

/** The file is there when it is whole, and not before. */
async function writeWhole(file: string, write: (to: Writable) => Promise<number>): Promise<number> {
  const unfinished = `${file}.unfinished`
  try {
    const count = await write(createWriteStream(unfinished))
    await rename(unfinished, file)
    return count
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
