import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskMediaStore } from '../../src/media/index.ts'
import { closeDatabase } from '../../src/platform/database.ts'
import { recountShelves, recountWords } from '../../src/search/index.ts'
import { importCatalogue } from '../../src/shopify/import-catalogue.ts'
import { writeShopifyFile } from './shopify-file.ts'

// Not a part of `npm test`. On an empty, migrated database of its own:
// DATABASE_URL=… node --max-old-space-size=256 tests/commands/import-bench.ts 100000
const products = Number(process.argv[2] ?? 100_000)
const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const file = join(folder, 'goods.csv')
await writeShopifyFile(file, products, (number) => number % 1_000 === 500)

const start = performance.now()
const { size } = await stat(file)
const media = diskMediaStore(join(folder, 'media'))
const { faults, written } = await importCatalogue({ file, size, media, locale: 'en', currency: 'EUR' })
await recountShelves()
await recountWords()
const seconds = (performance.now() - start) / 1_000
await closeDatabase()
await rm(folder, { recursive: true })

const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(`${written?.products.added} products came in, ${faults.length} rows were refused
${seconds.toFixed(0)} s, ${(products / seconds).toFixed(0)} products a second
${((userCPUTime + systemCPUTime) / 1e6).toFixed(0)} s of this process's time, at most ${(maxRSS / 1024).toFixed(0)} MB`)
