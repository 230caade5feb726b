import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { homePage } from '../../src/catalogue/home-page.ts'
import { findVariant, productPage } from '../../src/catalogue/index.ts'
import { demoGiftCards } from '../../src/commands/demo/gift-cards.ts'
import type { DemoProduct } from '../../src/commands/demo/goods.ts'
import { demoPromotions, demoRules } from '../../src/commands/demo/pricing-rules.ts'
import { german } from '../../src/commands/demo/reviews/said.ts'
import { isSeeded, markSeeded } from '../../src/commands/seed-marks.ts'
import { type DemoShop, seedShop } from '../../src/commands/seed-shop.ts'
import { setStock } from '../../src/inventory/index.ts'
import { diskMediaStore } from '../../src/media/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { emptyCatalogue, inEnglish, inGerman, statementsOf } from '../catalogue/goods.ts'

const drawing = (colour: string) => () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="120"><rect width="96" height="120" fill="${colour}"/></svg>`
const prices = { EUR: 2400, GBP: 2100, USD: 2600, JPY: 3900 }
const values = (...keys: string[]) => keys.map((key) => ({ key, label: { en: key, de: `${key} (de)` } }))

const mug: DemoProduct = {
  slug: 'oat-mug',
  category: 'kitchen/mugs',
  brand: 'Hafen',
  title: { en: 'Mug', de: 'Becher' },
  summary: { en: 'A mug.', de: 'Ein Becher.' },
  description: { en: '<p>A mug.</p>', de: '<p>Ein Becher.</p>' },
  specification: [{ name: { en: 'Height', de: 'Höhe' }, value: { en: '9 cm', de: '9 cm' } }],
  options: [
    { name: { en: 'Glaze', de: 'Glasur' }, values: values('oat', 'ink') },
    { name: { en: 'Size', de: 'Größe' }, values: values('s', 'l') },
  ],
  variants: [
    { sku: 'OAT-S', values: ['oat', 's'], prices, stock: 40, weightGrams: 300 },
    {
      sku: 'INK-S',
      values: ['ink', 's'],
      prices,
      compareAt: { EUR: 3000, GBP: 2600, USD: 3200, JPY: 4900 },
      stock: 3,
      weightGrams: 300,
    },
    { sku: 'INK-L', values: ['ink', 'l'], prices, stock: 0, weightGrams: 400 },
  ],
  pictures: [
    { draw: drawing('#eedd00'), alt: { en: 'In oat', de: 'In Hafer' }, sku: 'OAT-S' },
    { draw: drawing('#001122'), alt: { en: 'In ink', de: 'In Tinte' }, sku: 'INK-S' },
  ],
  featured: true,
}
const said = [german('2026-03-02', 4, 'Jens', 'Schön', 'Liegt gut in der Hand, nur etwas schwer.')]
const shop = (product: DemoProduct = mug): DemoShop => ({
  synonyms: { en: [['mug', 'cup']], de: [] },
  categories: [
    {
      path: 'kitchen',
      name: { en: 'Kitchen', de: 'Küche' },
      description: { en: '', de: '' },
      drawing: drawing('#112200'),
    },
    { path: 'kitchen/mugs', name: { en: 'Mugs', de: 'Becher' }, description: { en: '', de: '' } },
  ],
  products: [product],
  reviews: { 'oat-mug': said, 'not-here': said },
  heroDrawing: drawing('#331100'),
  rules: demoRules,
  promotions: demoPromotions,
  giftCards: demoGiftCards,
  visits: [],
})

let folder: string
beforeEach(async () => {
  await emptyCatalogue()
  folder = await mkdtemp(join(tmpdir(), 'seed-'))
})
afterEach(() => rm(folder, { recursive: true }))

const seed = (product?: DemoProduct) => seedShop(shop(product), diskMediaStore(folder))
const stock = async () =>
  Object.fromEntries(
    (await rows<{ sku: string; on_hand: number }>('select * from ledger.stock')).map((level) => [
      level.sku,
      level.on_hand,
    ]),
  )

describe('the seed', () => {
  test('lays down categories, goods, prices in every currency, stock and pictures', async () => {
    await seed()
    const home = await homePage(inGerman)
    expect(home.families.map(({ name, picture }) => [name, picture.width])).toEqual([['Küche', 96]])
    expect(home.hero.alt).toContain('Vase')
    expect(home.featured.map(({ slug }) => slug)).toEqual(['oat-mug'])
    const page = await productPage({ slug: 'oat-mug', sku: 'INK-S', ...inGerman })
    expect(page?.trail.map(({ path }) => path)).toEqual(['kitchen', 'kitchen/mugs'])
    expect(page?.choice).toMatchObject({ price: { amount: 2400 }, was: { amount: 3000 }, stock: { left: 3 } })
    const yen = await productPage({ slug: 'oat-mug', locale: 'en', currency: 'JPY' })
    expect(yen?.choice.price).toEqual({ amount: 3900, currency: 'JPY' })
  })

  test('shows a size without a picture of its own in the right colour', async () => {
    await seed()
    const page = await productPage({ slug: 'oat-mug', sku: 'INK-L', ...inEnglish })
    expect(page?.choice.picture.alt).toBe('In ink')
  })

  test('a second run changes nothing, neither what was sold nor what staff have written', async () => {
    await seed()
    const variant = await findVariant({ sku: 'OAT-S', optionValueIds: [] }, inEnglish)
    await transaction((tx) =>
      setStock(tx, { variantId: variant!.id, onHand: 7, reason: 'count', actor: 'test' }),
    )
    await rows(`update catalogue.products set title = '{"en": "Best mug"}'`)
    await seed()
    expect(await stock()).toEqual({ 'OAT-S': 7, 'INK-S': 3, 'INK-L': 0 })
    expect((await productPage({ slug: 'oat-mug', ...inEnglish }))?.product.title).toBe('Best mug')
  })

  test('a newer demo shop brings what is new of it, and leaves stock alone', async () => {
    await seed()
    const variant = await findVariant({ sku: 'OAT-S', optionValueIds: [] }, inEnglish)
    await transaction((tx) =>
      setStock(tx, { variantId: variant!.id, onHand: 7, reason: 'count', actor: 'test' }),
    )
    const large = { ...mug.variants[0]!, sku: 'OAT-L', values: ['oat', 'l'], stock: 12 }
    await seed({ ...mug, title: { en: 'New mug', de: 'Neuer Becher' }, variants: [...mug.variants, large] })
    expect(await stock()).toEqual({ 'OAT-S': 7, 'INK-S': 3, 'INK-L': 0, 'OAT-L': 12 })
    expect((await productPage({ slug: 'oat-mug', ...inEnglish }))?.product.title).toBe('New mug')
  })

  test('brings what is said of the goods: shown, counted once, and not verified', async () => {
    await seed()
    await seed()
    const page = await productPage({ slug: 'oat-mug', ...inEnglish })
    expect(page?.product.rating).toEqual({ count: 1, mean: 4 })
    expect(page?.reviews.reviews).toMatchObject([
      { title: 'Schön', locale: 'de', isVerified: false, writtenAt: '2026-03-02T12:00:00+00:00' },
    ])
  })

  test('two seeds at once give one shop', async () => {
    await Promise.all([seed(), seed()])
    expect(await stock()).toEqual({ 'OAT-S': 40, 'INK-S': 3, 'INK-L': 0 })
    const [counted] = await rows<{ count: number }>('select count(*) from inventory.stock_movements')
    expect(counted?.count).toBe(2)
  })

  test('knows by one look that everything is there, unless the pictures are not', async () => {
    const media = diskMediaStore(folder)
    expect(await isSeeded('print', media)).toBe(false)
    await markSeeded('print', media)
    expect(await statementsOf(() => isSeeded('print', media))).toBe(1)
    expect(await isSeeded('print', media)).toBe(true)
    expect(await isSeeded('another print', media)).toBe(false)
    expect(await isSeeded('print', diskMediaStore(join(folder, 'elsewhere')))).toBe(false)
  })
})
