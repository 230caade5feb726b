import { execFile, spawn } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdStock, releaseHolds } from '../../src/inventory/index.ts'
import { diskMediaStore } from '../../src/media/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { type CatalogueImport, importCatalogue } from '../../src/shopify/import-catalogue.ts'
import { root } from '../support/house/tree.ts'
import { emptyShop } from './empty-shop.ts'
import { writeShopifyFile } from './shopify-file.ts'

const PRODUCTS = 500
const isBroken = (number: number) => number % 100 === 50
const BROKEN = PRODUCTS / 100
const MINUTE = 60_000
let folder: string
let file: string

beforeEach(async () => {
  await emptyShop()
  folder = await mkdtemp(join(tmpdir(), 'scale-'))
  file = join(folder, 'goods.csv')
  await writeShopifyFile(file, PRODUCTS, isBroken)
})
afterEach(() => rm(folder, { recursive: true }))

const importing = (more: Partial<CatalogueImport> = {}) =>
  importCatalogue({
    file,
    media: diskMediaStore(join(folder, 'media')),
    locale: 'en',
    currency: 'EUR',
    ...more,
  })
const command = (script: string, ...args: string[]) => [
  join(root, 'src/commands', script),
  'catalogue',
  ...args,
]
const counts = () =>
  row<Record<string, number>>(`select (select count(*) from catalogue.products) as products,
    (select count(*) from catalogue.variants) as variants, (select count(*) from search.documents) as documents,
    (select sum(on_hand) from inventory.stock_levels)::integer as pieces,
    (select count(*) from inventory.stock_movements) as movements`)

describe('a large file with some broken rows', { timeout: 2 * MINUTE }, () => {
  test('brings all other products, and names every broken row by its line', async () => {
    const { faults, written } = await importing()
    const lines = (await readFile(file, 'utf8')).split('\n')
    expect(written?.products).toEqual({ added: PRODUCTS - BROKEN, changed: 0, same: 0 })
    expect(faults.map(({ sentence }) => sentence)).toEqual(
      Array(BROKEN).fill('“cheap” is no price in EUR: write it like 12.50.'),
    )
    const sound = faults.filter(
      ({ line }) =>
        !lines
          .slice(line - 1, line + 2)
          .join('\n')
          .includes(',cheap,'),
    )
    expect(sound).toEqual([])
    expect(await counts()).toMatchObject({ products: PRODUCTS - BROKEN, documents: 2 * (PRODUCTS - BROKEN) })
  })

  test('brings nothing where it is taken strictly', async () => {
    const { faults, written } = await importing({ isStrict: true })
    expect([faults.length, written]).toEqual([BROKEN, undefined])
    expect(await counts()).toMatchObject({ products: 0, variants: 0 })
  })

  test('two imports of it at once bring it once, and one of them says so', async () => {
    const outcomes = await Promise.allSettled([importing(), importing()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await counts()).toMatchObject({ products: PRODUCTS - BROKEN })
    expect((await importing()).written?.products).toEqual({ added: 0, changed: 0, same: PRODUCTS - BROKEN })
  })

  test('an import that is killed goes on where it stopped, and ends as if nothing had been', async () => {
    const whole = await importing()
    const expected = await counts()
    await emptyShop()

    const child = spawn(process.execPath, command('import.ts', file), { stdio: 'ignore' })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    const done = await until(async () => (await progressOf())?.productsDone)
    child.kill('SIGKILL')
    await gone
    expect(done).toBeLessThan(PRODUCTS)
    expect((await counts())?.products).toBeLessThan(PRODUCTS - BROKEN)

    const resumed = await importing()
    expect(resumed).toEqual({ ...whole, resumedAt: expect.any(Number) })
    expect(await counts()).toEqual(expected)
  })

  test('another file of that name begins anew, and so does the same one when it is asked to', async () => {
    await rows(`insert into shopify.imports (fingerprint, file, written) values ('another', $file, '{}')`, {
      file,
    })
    expect((await importing()).resumedAt).toBeUndefined()
    const first = await row<{ fingerprint: string }>(
      'select fingerprint from shopify.imports order by id desc limit 1',
    )
    await appendFile(file, '\n')
    await importing()
    const second = await row<{ fingerprint: string }>(
      'select fingerprint from shopify.imports order by id desc limit 1',
    )
    expect(second?.fingerprint).not.toBe(first?.fingerprint)
    await rows(
      'update shopify.imports set finished_at = null, products_done = 300 where fingerprint = $fingerprint',
      {
        fingerprint: second!.fingerprint,
      },
    )
    expect((await importing({ anew: true })).written?.products.same).toBe(PRODUCTS - BROKEN)
  })
})

test('shoppers and another import of the same goods go on beside it', { timeout: MINUTE }, async () => {
  await writeShopifyFile(file, 450)
  await importing()
  const [header, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const products = Object.values(Object.groupBy(records(lines), (record) => record.split(',', 1)[0]!))
  const backwards = join(folder, 'backwards.csv')
  await writeFile(backwards, [header, ...products.toReversed().flat()].join('\n').replaceAll('.00,', '.50,'))
  await writeFile(file, [header, ...products.flat()].join('\n').replaceAll('.00,', '.90,'))

  const variants = await rows<{ id: number }>(
    'select variant_id as id from inventory.stock_levels where on_hand > 0',
  )
  let isOver = false
  const shopping = async () => {
    for (let order = 1; !isOver; order++) {
      const lines = [0, 1, 2].map((step) => variants[(order * 37 + step * 101) % variants.length]!.id)
      const wanted = lines.map((variantId) => ({ variantId, quantity: 1 }))
      await transaction((tx) => holdStock(tx, order, wanted, new Date(Date.now() + MINUTE)))
      await transaction((tx) => releaseHolds(tx, order))
    }
  }
  const shopped = shopping()
  const reports = await Promise.all([importing(), importing({ file: backwards })])
  isOver = true
  await shopped
  expect(reports.map(({ written }) => written?.products.added)).toEqual([0, 0])
  const [prices] = await rows<{ mixed: number }>(
    'select count(*) filter (where amount % 100 not in (50, 90)) as mixed from catalogue.prices',
  )
  expect(prices?.mixed).toBe(0)
})

test('the command exits 1 when rows were refused, and lays a report of all of them beside the file', {
  timeout: MINUTE,
}, async () => {
  await writeShopifyFile(file, 300, isBroken)
  const refused = await promisify(execFile)(process.execPath, command('import.ts', file)).catch(
    (error) => error,
  )
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('products: 297 new')])
  expect((await readFile(join(folder, 'goods.report.csv'), 'utf8')).split('\n')).toHaveLength(5)
  await writeShopifyFile(file, 10)
  const taken = await promisify(execFile)(process.execPath, command('import.ts', file, '--dry-run'))
  expect(taken.stdout).toContain('products: 0 new, 0 updated, 10 unchanged')
})

/** Records that hold line breaks put together again. */
function records(lines: string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const isWhole = (whole.at(-1)?.match(/"/g)?.length ?? 0) % 2 === 0
    whole.push(isWhole ? line : `${whole.pop()}\n${line}`)
  }
  return whole
}

function progressOf() {
  return row<{ productsDone: number }>(
    'select products_done as "productsDone" from shopify.imports where products_done > 0 and finished_at is null',
  )
}

async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
