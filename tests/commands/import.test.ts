import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { productPage, saveCategory, saveProduct } from '../../src/catalogue/index.ts'
import { holdStock } from '../../src/inventory/index.ts'
import { diskMediaStore } from '../../src/media/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { type CatalogueImport, importCatalogue } from '../../src/shopify/import-catalogue.ts'
import { emptyShop } from './empty-shop.ts'

const inEnglish = { locale: 'en', currency: 'EUR' } as const

const fixtures = join(import.meta.dirname, 'fixtures')
let folder: string

beforeEach(async () => {
  await emptyShop()
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  await copyFile(join(fixtures, 'products-older.csv'), join(folder, 'products.csv'))
  const picture = sharp({ create: { width: 500, height: 700, channels: 3, background: '#eee' } })
  await writeFile(join(folder, 'shirt.png'), await picture.png().toBuffer())
})
afterEach(() => rm(folder, { recursive: true }))

const run = (file: string, more: Partial<CatalogueImport> = {}) =>
  importCatalogue({
    file,
    media: diskMediaStore(join(folder, 'media')),
    locale: 'en',
    currency: 'EUR',
    ...more,
  })
const runOlder = (more: Partial<CatalogueImport> = {}) => run(join(folder, 'products.csv'), more)
const runText = async (text: string, more: Partial<CatalogueImport> = {}) => {
  await writeFile(join(folder, 'text.csv'), text)
  return run(join(folder, 'text.csv'), more)
}
const stock = async () =>
  Object.fromEntries(
    (await rows<{ sku: string; on_hand: number }>('select sku, on_hand from ledger.stock')).map((level) => [
      level.sku,
      level.on_hand,
    ]),
  )
const skus = async () =>
  Object.fromEntries(
    (await rows<{ sku: string }>('select sku from catalogue.variants')).map(({ sku }) => [sku, 1]),
  )
const tables = ['categories', 'products', 'variants', 'prices', 'pictures', 'options']
const counts = async () => {
  const [counted] = await rows<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*) from catalogue.${table}) as ${table}`)},
       (select count(*) from inventory.stock_movements) as movements,
       (select count(*) from graphile_worker._private_jobs) as jobs`,
  )
  return counted!
}
const nothing = Object.fromEntries([...tables, 'movements', 'jobs'].map((table) => [table, 0]))

describe('importing a file of products', () => {
  test('brings products with variants, prices, stock and pictures into the shop', async () => {
    const report = await runOlder()
    expect(report).toEqual({
      faults: [],
      written: {
        products: { added: 3, changed: 0, same: 0 },
        variants: { added: 5, known: 0, withoutStock: 0 },
        categories: ['Light', 'Shirts', 'Vases'],
      },
    })
    const page = (await productPage({ slug: 'linen-shirt', sku: 'SHIRT-W-S', ...inEnglish }))!
    expect(page.product).toMatchObject({
      title: 'Linen shirt',
      brand: 'Leinenweber',
      summary: 'A shirt for hot days.',
      descriptionHtml: '<p>Woven in Bielefeld, "washed" soft.</p>\r\n<ul>\r\n<li>Pure linen</li>\r\n</ul>',
    })
    expect(page.product.pictures.map(({ alt }) => alt)).toEqual([
      'The shirt on a hanger',
      'From behind',
      'The collar',
      '',
    ])
    expect(page.choice).toMatchObject({
      optionText: 'White · S',
      price: { amount: 7900, currency: 'EUR' },
      was: { amount: 9900, currency: 'EUR' },
      stock: { level: 'few', left: 4 },
      picture: { width: 500, height: 700 },
    })
    expect(page.trail).toEqual([{ name: 'Shirts', path: 'shirts' }])
    expect(await stock()).toEqual({
      'SHIRT-W-S': 4,
      'SHIRT-W-M': 0,
      'SHIRT-I-M': 12,
      BEESWAX: 0,
      'VASE-OLD': 1,
    })
  })

  test('keeps what is a draft out of sight, and gives a variant without a SKU one of its own', async () => {
    await runOlder()
    expect(await productPage({ slug: 'old-vase', ...inEnglish })).toBeUndefined()
    expect((await productPage({ slug: 'beeswax', ...inEnglish }))?.choice).toMatchObject({
      sku: 'BEESWAX',
      options: [],
      price: { amount: 1250, currency: 'EUR' },
    })
  })

  test('has pictures on the web fetched later, and shows an empty plate until then', async () => {
    await runOlder()
    // Three pictures, and the news that goods have come.
    expect((await counts()).jobs).toBe(3 + 1)
    const indigo = await productPage({ slug: 'linen-shirt', sku: 'SHIRT-I-M', ...inEnglish })
    expect(indigo?.choice.picture).toMatchObject({ width: 960, height: 1200 })
  })

  test('understands the current names of the columns as well', async () => {
    await run(join(fixtures, 'products-current.csv'))
    const page = await productPage({ slug: 'oak-tray', sku: 'TRAY-L', ...inEnglish })
    expect(page?.choice).toMatchObject({
      optionText: 'Large',
      price: { amount: 5500, currency: 'EUR' },
      was: { amount: 6000, currency: 'EUR' },
      stock: { left: 2 },
    })
    expect(page?.trail).toEqual([{ name: 'Trays', path: 'trays' }])
    expect(page?.product.summary).toBe('Turned from one piece.')
  })

  test('puts products into the categories that are there', async () => {
    const kitchen = await saveCategory({ slug: 'kitchen', name: { en: 'Kitchen' } })
    await saveCategory({ slug: 'trays', parentId: kitchen.id, name: { en: 'TRAYS', de: 'Tabletts' } })
    const { written } = await run(join(fixtures, 'products-current.csv'))
    expect(written).toMatchObject({ categories: [] })
    const page = await productPage({ slug: 'oak-tray', ...inEnglish })
    expect(page?.trail.map(({ path }) => path)).toEqual(['kitchen', 'kitchen/trays'])
  })

  test('the same file again changes nothing', async () => {
    await runOlder()
    const before = await counts()
    expect((await runOlder()).written).toMatchObject({
      products: { added: 0, changed: 0, same: 3 },
      variants: { added: 0, known: 5 },
      categories: [],
    })
    expect(await counts()).toEqual(before)
  })

  test('a file with other prices, counts and variants changes those', async () => {
    const head = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty\n'
    await runText(`${head}cup,Cup,Size,S,CUP-S,10,5\ncup,,,M,CUP-M,12,5`)
    const { written } = await runText(`${head}cup,Cup,Size,S,CUP-S,11,8\ncup,,,L,CUP-L,14,`)
    expect(written).toMatchObject({
      products: { changed: 1 },
      variants: { added: 1, known: 1, withoutStock: 1 },
    })
    const page = await productPage({ slug: 'cup', ...inEnglish })
    expect(page?.choice).toMatchObject({ sku: 'CUP-S', price: { amount: 1100 }, stock: { left: 8 } })
    expect(page?.choice.options[0]?.values.map(({ label }) => label)).toEqual(['S', 'L'])
    expect(await stock()).toEqual({ 'CUP-S': 8, 'CUP-M': 5 })
  })

  test('a file in another language and currency adds those', async () => {
    await runText('Handle,Title,Variant SKU,Variant Price\ncup,Cup,CUP,10')
    await runText('Handle,Title,Variant SKU,Variant Price\ncup,Tasse,CUP,1500', {
      locale: 'de',
      currency: 'JPY',
    })
    const [english, german] = [
      await productPage({ slug: 'cup', ...inEnglish }),
      await productPage({ slug: 'cup', locale: 'de', currency: 'JPY' }),
    ]
    expect([english?.product.title, english?.choice.price?.amount]).toEqual(['Cup', 1000])
    expect([german?.product.title, german?.choice.price?.amount]).toEqual(['Tasse', 1500])
  })

  test('rows of one product need not stand together', async () => {
    const head = 'Handle,Title,Option1 Name,Option1 Value,Variant Price\n'
    await runText(`${head}a,A,Size,S,1\nb,B,,,2\na,,,M,3`)
    expect((await productPage({ slug: 'a', ...inEnglish }))?.choice.options[0]?.values).toHaveLength(2)
  })

  test('a dry run says what would happen, and writes nothing', async () => {
    const rehearsed = await runOlder({ isDryRun: true })
    expect(rehearsed.written).toMatchObject({ products: { added: 3 }, variants: { added: 5 } })
    expect(await counts()).toEqual(nothing)
    await expect(readdir(join(folder, 'media'))).rejects.toThrow('ENOENT')
    expect(await runOlder()).toEqual(rehearsed)
  })
})

describe('a broken file', () => {
  const faultsOf = async (work: ReturnType<typeof run>) => {
    const { faults } = await work
    return faults.map(({ line, sentence }) => `${line} ${sentence}`)
  }

  test('is refused with a sentence for every wrong row, by its line', async () => {
    expect(await faultsOf(run(join(fixtures, 'broken.csv')))).toEqual([
      '3 “12,50” is no price in EUR: write it like 12.50.',
      '5 The row has no handle.',
      '6 The price is zero: only what costs something can be sold.',
      '7 The row has 5 cells where the header has 9.',
      '8 “ten” is no weight in grams.',
      '9 The variant has no value of option 1.',
      '9 “many” is no number of pieces.',
      '10 The variant has the same options as the one on line 8.',
      '11 The SKU “GOOD” stands on line 2 already.',
      '12 The product “untitled” has no title.',
    ])
  })

  test('leaves nothing behind where it is taken strictly, not even its sound rows', async () => {
    const report = await run(join(fixtures, 'broken.csv'), { isStrict: true })
    expect([report.faults.length, report.written]).toEqual([10, undefined])
    expect(await counts()).toEqual(nothing)
  })

  test('brings its sound products else, and no product in part', async () => {
    const { written } = await run(join(fixtures, 'broken.csv'))
    expect(written?.products).toEqual({ added: 1, changed: 0, same: 0 })
    expect(await stock()).toEqual({ GOOD: 5 })
  })

  test('a row that cannot be read goes with the product of the row before', async () => {
    const text = 'Title,Handle,Price,SKU\nA,a,1,A\n,a,x"y,\nB,b,2,B'
    expect(await faultsOf(runText(text))).toEqual([
      '3 The quotation marks of this row do not match: one inside a cell is written twice ("").',
    ])
    expect(Object.keys(await skus())).toEqual(['B'])
  })

  test('two handles that come to the same address are not taken for one product', async () => {
    const text = 'Handle,Title,Price\na_b,A,1\nc,C,1\na-b,B,1'
    expect(await faultsOf(runText(text))).toEqual([
      '4 The handle “a-b” comes to the same address as “a_b” on line 2.',
    ])
  })

  test('is refused when a SKU belongs to a product that is there', async () => {
    const { id } = await saveCategory({ slug: 'kitchen', name: { en: 'Kitchen' } })
    await saveProduct({
      ...{
        slug: 'bowl',
        categoryId: id,
        brand: '',
        title: { en: 'Bowl' },
        summary: {},
        description: {},
        published: true,
      },
      ...{ options: [], pictures: [], variants: [{ sku: 'BOWL', weightGrams: 1, values: [], prices: [] }] },
    })
    const before = await counts()
    expect(
      await faultsOf(runText('Handle,Title,SKU,Price\nx,X,X,1\ny,Y,BOWL,1', { isStrict: true })),
    ).toEqual(['3 The SKU “BOWL” belongs to the product “bowl”.'])
    expect(await counts()).toEqual(before)
  })

  test('is refused when it leaves fewer pieces than are held for orders', async () => {
    const text = (count: number) => `Handle,Title,SKU,Price,Inventory quantity\nx,X,X,1,${count}`
    await runText(text(5))
    const [variant] = await rows<{ id: number }>('select id from catalogue.variants')
    await transaction((tx) =>
      holdStock(tx, 1, [{ variantId: variant!.id, quantity: 3 }], new Date(Date.now() + 60_000)),
    )
    expect(await faultsOf(runText(text(2)))).toEqual([
      '2 3 pieces are held for orders: there cannot be only 2.',
    ])
    expect(await stock()).toEqual({ X: 5 })
  })

  test('is refused when a picture is not beside it, or is none', async () => {
    await writeFile(join(folder, 'fake.png'), 'no picture')
    const text =
      'Handle,Title,Price,Image Src\na,A,1,missing.png\nb,B,1,fake.png\nc,C,1,../../etc/passwd\nd,D,1,shirt.png'
    expect(await faultsOf(runText(text, { isStrict: true }))).toEqual([
      '2 There is no picture “missing.png” beside the file.',
      '3 The picture “fake.png” is no JPEG, PNG, WebP, AVIF or GIF.',
      '4 There is no picture “../../etc/passwd” beside the file.',
    ])
    await expect(readdir(join(folder, 'media'))).rejects.toThrow('ENOENT')
  })

  test.each([
    ['', '1 The file is empty.'],
    ['Name,Cost\nx,1', '1 There is no column “Handle” or “URL handle”.'],
    [
      'Handle,Title,Price\r\na,"A\r\nB",1\r\n\r\nb,"open,1\r\nc,C,1',
      '5 A quotation mark that opens in this row is never closed.',
    ],
    [
      'Handle,Title,Price\na,A "quoted" word,1',
      '2 The quotation marks of this row do not match: one inside a cell is written twice ("").',
    ],
    ['Handle,Title,Price\na,Caf\uFFFD,1', '2 The row is not written in UTF-8.'],
    ['Handle,Title,Price,Variant SKU\na,A,1,\u0000', '2 The row holds characters that are no text.'],
    ['Handle,Title,Price\n日本,A,1', '2 The handle “日本” has no letter or digit.'],
    ['Handle,Title,Price,Option1 Value\na,A,1,Red', '2 “Red” is the value of option 1, which has no name.'],
  ])('%j is refused', async (text, sentence) => {
    expect((await faultsOf(runText(text)))[0]).toBe(sentence)
    expect(await counts()).toEqual(nothing)
  })
})
