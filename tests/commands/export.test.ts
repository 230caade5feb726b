import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { promisify } from 'node:util'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskMediaStore } from '../../src/media/index.ts'
import { recordOf } from '../../src/platform/csv-cells.ts'
import { rows } from '../../src/platform/database.ts'
import { headingsOf } from '../../src/shopify/columns.ts'
import { exportCatalogue } from '../../src/shopify/export-catalogue.ts'
import type { Writing } from '../../src/shopify/export-product.ts'
import { importCatalogue } from '../../src/shopify/import-catalogue.ts'
import { root } from '../support/house/tree.ts'
import { emptyShop } from './empty-shop.ts'

const english: Writing = { locale: 'en', currency: 'EUR', headings: 'classic' }
let folder: string

beforeEach(async () => {
  await emptyShop()
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#ddd' } })
  await writeFile(join(folder, 'fringe.png'), await picture.png().toBuffer())
})
afterEach(() => rm(folder, { recursive: true }))

async function exported(writing: Partial<Writing> = {}): Promise<string> {
  const pieces: string[] = []
  const to = new Writable({
    write(piece, _encoding, done) {
      pieces.push(String(piece))
      done()
    },
  })
  await exportCatalogue(to, { ...english, ...writing })
  return pieces.join('')
}
async function imported(text: string, { locale, currency }: Writing = english) {
  const file = join(folder, 'goods.csv')
  await writeFile(file, text)
  return importCatalogue({
    file,
    media: diskMediaStore(join(folder, 'media')),
    locale,
    currency,
    isStrict: true,
  })
}
const fixture = () => readFile(join(import.meta.dirname, 'fixtures/round-trip.csv'), 'utf8')

describe('a file that was imported', () => {
  test('is exported as it was, byte for byte', async () => {
    const text = await fixture()
    expect((await imported(text)).faults).toEqual([])
    expect(await exported()).toBe(text)
  })

  test('changes nothing when its export is imported', async () => {
    await imported(await fixture())
    const { written, faults } = await imported(await exported())
    expect([written?.products, written?.categories, faults]).toEqual([
      { added: 0, changed: 0, same: 6 },
      [],
      [],
    ])
  })

  test('comes back from the newer template’s columns as well', async () => {
    const text = await fixture()
    await imported(text)
    const template = await exported({ headings: 'template' })
    expect(template.split('\n', 1)[0]).toBe(
      headingsOf('template')
        .map(({ name }) => name)
        .join(','),
    )
    expect((await imported(template)).written?.products).toEqual({ added: 0, changed: 0, same: 6 })
    await emptyShop()
    await imported(template)
    expect(await exported()).toBe(text)
  })

  test('is exported in another language and currency as far as those are known', async () => {
    await imported('Handle,Title,SKU,Price,Option1 Name,Option1 Value\nmug,Mug,MUG,12.50,Colour,White\n')
    const german: Writing = { ...english, locale: 'de', currency: 'JPY' }
    await imported(
      'Handle,Title,SKU,Price,Option1 Name,Option1 Value\nmug,Becher,MUG,2000,Farbe,Weiß\n',
      german,
    )
    expect((await exported({ ...german })).split('\n')[1]).toMatch(/^mug,Becher,.*,Farbe,Weiß,.*,2000,/)
    expect((await exported()).split('\n')[1]).toMatch(/^mug,Mug,.*,Colour,White,.*,12\.50,/)
  })
})

describe('a file without some columns', () => {
  test('leaves what it does not speak of as it is', async () => {
    await imported(await fixture())
    const before = await exported()
    const { written } = await imported(
      'Handle,Title,Variant SKU,Variant Price\nbeeswax-candle,"Beeswax candle, 12"" tall",CANDLE,13.00\n',
    )
    expect(written?.products.changed).toBe(1)
    expect(await exported()).toBe(before.replace(',12.50,', ',13.00,'))
  })

  test('keeps a product where staff have put it, and the summary that they wrote', async () => {
    await imported(await fixture())
    await rows(`update catalogue.products set category_id = (select min(id) from catalogue.categories),
      summary = '{"en": "By hand."}' where slug = 'old-lamp'`)
    expect((await imported(await fixture())).written?.products).toEqual({ added: 0, changed: 0, same: 6 })
  })
})

test('a picture of the shop’s own is exported by its address, and known again by it', async () => {
  await imported('Handle,Title,Price,Image Src\nmug,Mug,1.00,fringe.png\n')
  await rows('update catalogue.pictures set source = null')
  const text = await exported()
  expect(text).toMatch(/,http:\/\/127\.0\.0\.1:\d+\/media\/[0-9a-f]{32}\/400\.jpeg,1,/)
  expect((await imported(text)).written?.products.same).toBe(1)
})

test('the command writes the file whole or not at all, and tells of what makes no sense', async () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, 'src/commands/export.ts'), ...args]).catch(
      (error) => error,
    )
  await imported(await fixture())
  await run('catalogue', join(folder, 'out.csv'))
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(await fixture())
  expect((await run('catalogue')).stdout).toBe(await fixture())
  expect(await run('catalogue', join(folder, 'nowhere/out.csv'))).toMatchObject({ code: 1 })
  expect(await run('shop')).toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') })
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
})

const names = headingsOf('classic').map(({ name }) => name)
const text = fc
  .string({
    unit: fc.constantFrom(...'abc XYZ äß"\',;<>&=+@-0189水'.split(''), '😀'),
    minLength: 1,
    maxLength: 12,
  })
  .map((said) => said.trim())
  .filter((said) => said !== '' && said !== 'Default Title')
const maybe = (of: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), of)
const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2))
const labels = fc.uniqueArray(text, { minLength: 1, maxLength: 3, selector: (label) => label.toLowerCase() })
const product = fc.record({
  ...{
    title: text,
    vendor: maybe(text),
    type: maybe(text),
    category: maybe(text),
    seoTitle: maybe(text),
    seo: maybe(text),
  },
  tags: fc.array(text.map((tag) => tag.replaceAll(',', ' ').trim()).filter(Boolean), { maxLength: 3 }),
  body: maybe(text.map((said) => `<p>${said.replace(/[<>&]/g, '')}</p>\n<p>more</p>`)),
  status: fc.constantFrom('active', 'draft', 'archived', 'unlisted'),
  options: fc.array(fc.record({ name: text, labels }), { maxLength: 2 }),
  pictures: fc.array(fc.record({ alt: maybe(text) }), { maxLength: 4 }),
  ...{ price, barcode: maybe(text), taxable: fc.boolean(), grams: fc.nat(5_000), quantity: fc.nat(500) },
})

function linesOf(
  made: typeof product extends fc.Arbitrary<infer Made> ? Made : never,
  number: number,
): string {
  const choices = made.options.reduce<string[][]>(
    (known, { labels }) => known.flatMap((choice) => labels.map((label) => [...choice, label])),
    [[]],
  )
  const count = Math.max(choices.length, made.pictures.length)
  return Array.from({ length: count }, (_none, index) => {
    const choice = choices[index]
    const cells: Record<string, string> = {
      Handle: `p-${number}`,
      ...(index === 0 && {
        ...{
          Title: made.title,
          'Body (HTML)': made.body,
          Vendor: made.vendor,
          'Product Category': made.category,
        },
        ...{
          Type: made.type,
          Tags: made.tags.join(', '),
          Published: made.status === 'active' ? 'TRUE' : 'FALSE',
        },
        ...{ 'SEO Title': made.seoTitle, 'SEO Description': made.seo, Status: made.status },
        ...(made.options.length === 0 && { 'Option1 Name': 'Title' }),
        ...Object.fromEntries(made.options.map(({ name }, place) => [`Option${place + 1} Name`, name])),
      }),
      ...(choice && {
        ...{
          'Variant SKU': `SKU-${number}-${index}`,
          'Variant Grams': String(made.grams),
          'Variant Price': made.price,
        },
        ...{
          'Variant Inventory Qty': String(made.quantity),
          'Variant Taxable': made.taxable ? 'TRUE' : 'FALSE',
        },
        ...{
          'Variant Barcode': made.barcode,
          ...(choice.length === 0 && { 'Option1 Value': 'Default Title' }),
        },
        ...Object.fromEntries(choice.map((label, place) => [`Option${place + 1} Value`, label])),
      }),
      ...(made.pictures[index] && {
        ...{
          'Image Src': `https://pictures.example/${number}/${index}.jpg`,
          'Image Position': String(index + 1),
        },
        'Image Alt Text': made.pictures[index].alt,
      }),
    }
    return recordOf(names.map((name) => cells[name] ?? ''))
  }).join('')
}

test('whatever a file says comes back from the shop as it was said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 8 }), async (products) => {
      await emptyShop()
      const file = [recordOf(names), ...products.map(linesOf)].join('')
      expect((await imported(file)).faults).toEqual([])
      expect(await exported()).toBe(file)
      expect((await imported(file)).written?.products.same).toBe(products.length)
    }),
    { numRuns: 12 },
  )
})
