import { beforeEach, describe, expect, test } from 'vitest'
import {
  findVariants,
  type ProductDraft,
  productPage,
  saveProduct,
  saveProducts,
} from '../../src/catalogue/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { category, emptyCatalogue, inEnglish, inGerman, mug, plain, price, statementsOf } from './goods.ts'

beforeEach(async () => {
  await emptyCatalogue()
  await category('kitchen')
})

async function save(draft: ProductDraft) {
  const saved = await saveProduct(draft)
  if (saved.refused) throw new Error(`${saved.sku} was refused`)
  return saved
}

const versionOf = async (slug: string) =>
  (await row<{ version: number }>('select version from catalogue.products where slug = $slug', { slug }))
    ?.version

const bySku = (variants: { id: number; sku: string }[]) =>
  Object.fromEntries(variants.map(({ id, sku }) => [sku, id]))

describe('saving a product', () => {
  test('the same again changes nothing', async () => {
    const first = await save(mug())
    const second = await save(mug())
    expect(first).toMatchObject({ isNew: true, isChanged: true })
    expect(second).toMatchObject({ id: first.id, isNew: false, isChanged: false })
    expect(bySku(second.variants)).toEqual(bySku(first.variants))
    expect(await versionOf('mug')).toBe(1)
  })

  test('a change keeps every variant and option value by its id', async () => {
    const first = await save(mug())
    const before = await productPage({ slug: 'mug', ...inEnglish })
    const second = await save(mug({ title: { en: 'Morning mug' } }))
    const after = await productPage({ slug: 'mug', ...inEnglish })
    expect(second).toMatchObject({ isNew: false, isChanged: true })
    expect(bySku(second.variants)).toEqual(bySku(first.variants))
    expect(after?.choice.options).toEqual(before?.choice.options)
    expect(after?.product.title).toBe('Morning mug')
    expect(await versionOf('mug')).toBe(2)
  })

  test('languages, currencies and the featured place that a draft does not speak of stay as they are', async () => {
    await save(plain('jug', { featured: true, variants: [variantAt([price(1000), price(900, 'GBP')])] }))
    await save(plain('jug', { title: { de: 'Krug' }, variants: [variantAt([price(1200)])] }))
    const [german, british] = await Promise.all([
      productPage({ slug: 'jug', ...inGerman }),
      productPage({ slug: 'jug', locale: 'en', currency: 'GBP' }),
    ])
    expect(german?.product.title).toBe('Krug')
    expect(german?.choice.price).toEqual({ amount: 1200, currency: 'EUR' })
    expect(british?.product.title).toBe('jug')
    expect(british?.choice.price).toEqual({ amount: 900, currency: 'GBP' })
    const [kept] = await rows<{ featured: boolean }>('select featured from catalogue.products')
    expect(kept?.featured).toBe(true)
  })

  test('a text that comes in German alone stands in for the English one', async () => {
    await save(plain('krug', { title: { de: 'Krug' } }))
    expect((await productPage({ slug: 'krug', ...inEnglish }))?.product.title).toBe('Krug')
  })

  test('a variant that is no longer named is retired, and comes back as itself', async () => {
    const first = await save(mug())
    const [, , ink] = mug().variants
    await save(mug({ variants: mug().variants.filter(({ sku }) => sku !== ink!.sku) }))
    const inkId = bySku(first.variants)[ink!.sku]!
    const [retired] = await findVariants([inkId], inEnglish)
    expect(retired).toMatchObject({ sku: ink!.sku, isPublished: false })
    const again = await save(mug())
    expect(again.variants.find(({ sku }) => sku === ink!.sku)).toMatchObject({ id: inkId, isNew: false })
  })

  test('a SKU of another product is refused, and nothing of the draft is written', async () => {
    await save(plain('bowl'))
    const outcome = await saveProduct(plain('other', { variants: plain('bowl').variants }))
    expect(outcome).toEqual({ refused: 'sku-taken', sku: 'BOWL' })
    expect(await versionOf('other')).toBeUndefined()
  })

  test("a refusal leaves the rest of the caller's transaction as it is", async () => {
    await save(plain('bowl'))
    await transaction(async (tx) => {
      await saveProduct(plain('before'), tx)
      await saveProduct(plain('other', { variants: plain('bowl').variants }), tx)
      await saveProduct(plain('after'), tx)
    })
    expect(await Promise.all(['before', 'other', 'after'].map(versionOf))).toEqual([1, undefined, 1])
  })

  test('eight who save the same product at once leave one product and one of each variant', async () => {
    const saved = await Promise.all(Array.from({ length: 8 }, () => save(mug())))
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    expect(saved.filter(({ isNew }) => isNew)).toHaveLength(1)
    const [count] = await rows<{ count: number }>('select count(*) from catalogue.variants')
    expect(count?.count).toBe(3)
  })

  test('of eight who want the same SKU for different products, one gets it', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_none, index) =>
        saveProduct(plain(`p${index}`, { variants: plain('bowl').variants })),
      ),
    )
    expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(1)
    const [count] = await rows<{ count: number }>('select count(*) from catalogue.products')
    expect(count?.count).toBe(1)
  })

  test('a description keeps its words and loses what a stranger could do with it', async () => {
    const html =
      '<h1>Care</h1><p onclick="x()">Wash <b>warm</b>.</p><script>x()</script><a href="javascript:x()">more</a>'
    await save(plain('cloth', { description: { en: html } }))
    const page = await productPage({ slug: 'cloth', ...inEnglish })
    expect(page?.product.descriptionHtml).toBe('<h3>Care</h3><p>Wash <b>warm</b>.</p><a>more</a>')
  })

  test('a draft that contradicts itself is an error of who wrote it', async () => {
    const [first] = mug().variants
    await expect(saveProduct(plain('none', { variants: [] }))).rejects.toThrow('has no variant')
    await expect(saveProduct(mug({ options: [] }))).rejects.toThrow('with an unknown option')
    await expect(saveProduct(mug({ variants: [first!, first!] }))).rejects.toThrow('names a SKU twice')
    await expect(saveProduct(mug({ variants: [first!, { ...first!, sku: 'B' }] }))).rejects.toThrow(
      'the same options',
    )
    await expect(saveProducts([plain('bowl'), plain('bowl')])).rejects.toThrow('of the same product')
  })

  test('many are saved with no more statements than one, and all of them or none', async () => {
    const many = Array.from({ length: 40 }, (_none, index) => plain(`p${index}`))
    const one = await statementsOf(() => saveProducts([plain('one')]))
    expect(await statementsOf(() => saveProducts(many))).toBe(one)
    const taken = [
      plain('new'),
      ...['a', 'b'].map((slug, index) => plain(slug, { variants: many[index]!.variants })),
    ]
    expect(await saveProducts(taken)).toEqual({ refused: 'sku-taken', skus: ['P0', 'P1'] })
    expect(await versionOf('new')).toBeUndefined()
  })
})

function variantAt(prices: ReturnType<typeof price>[]) {
  return { sku: 'JUG', weightGrams: 400, values: [], prices }
}
