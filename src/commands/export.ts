import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { closeDatabase } from '../platform/database.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { exportCatalogue, headings } from '../shopify/index.ts'
import { progress } from './progress.ts'

const usage = `Usage: npm run export -- catalogue [FILE.csv] [--currency EUR] [--locale en] [--headings classic]
       npm run --silent export -- catalogue > FILE.csv

  --currency  the currency of the prices in the file: ${currencies.join(', ')}
  --locale    the language of the file: ${locales.join(', ')}
  --headings  how the columns are named, as in Shopify's export or in its newer template: ${headings.join(', ')}`

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
        what: z.tuple([z.literal('catalogue')], z.string()).refine(({ length }) => length <= 2),
        currency: z.enum(currencies),
        locale: z.enum(locales),
        headings: z.enum(headings),
      })
      .transform(({ what: [, file], ...writing }) => ({ file, writing }))
      .parse({ what: positionals, ...values })
  } catch {
    return undefined
  }
}

async function run({ file, writing }: NonNullable<typeof asked>): Promise<number> {
  try {
    const count = file
      ? await writeWhole(file, writing)
      : await exportCatalogue(process.stdout, writing, progress)
    console.error(`${count} products were exported${file ? ` to ${file}` : ''}.`)
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
async function writeWhole(file: string, writing: Parameters<typeof exportCatalogue>[1]): Promise<number> {
  const unfinished = `${file}.unfinished`
  try {
    const count = await exportCatalogue(createWriteStream(unfinished), writing, progress)
    await rename(unfinished, file)
    return count
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
