import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { recordSearch } from '../../src/search/index.ts'
import { openShop } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await rows('delete from catalogue.product_values')
  await rows(`delete from catalogue.attributes where key <> 'brand'`)
  await rows('truncate search.synonyms, search.searches')
  await openShop()
  staff = await office.staff('products@example.com')
})
afterAll(() => office.close())

const inShop = async (path: string) =>
  (await shopperAt(office.url).gets(path)).$('main').text().replace(/\s+/g, ' ')
const detailsOf = async (query: string) =>
  staff.gets(`${(await staff.gets(`/admin/products?q=${query}`)).$('tbody th a').attr('href')}/details`)
const has = async (query: string, value: string) =>
  staff.presses(await detailsOf(query), 'Save', {
    'attribute-0': 'Material',
    'value-0': value,
    'german-0': `${value} (de)`,
  })

describe('the details of a product', () => {
  test('are what it can be chosen by, goes with and is found by', async () => {
    await has('lamp-', 'Brass')
    const saved = await staff.presses(await detailsOf('mug-'), 'Save', {
      ...{ 'attribute-0': 'Material', 'value-0': 'Stoneware', 'german-0': 'Steinzeug', tags: 'new, quiet' },
      ...{
        related: 'last-lamp',
        'accessibility-en': 'Its handle takes a whole hand.',
        'seo-title-en': 'A mug for oats',
      },
    })
    expect(saved.alert()).toContain('The product is saved')
    expect(saved.$('#value-0').attr('value')).toBe('Stoneware')
    expect(await inShop('/categories/kitchen')).toMatch(/Material.*Stoneware/)
    expect(await inShop('/de/categories/kitchen')).toContain('Steinzeug')
    expect(await inShop('/products/oat-mug')).toMatch(/Its handle takes a whole hand.*Last lamp/)
    const bare = await staff.presses(saved, 'Save', { 'gone-0': 'yes', related: '', tags: '' })
    expect(bare.$('#value-0').attr('value')).toBe('')
    expect(await inShop('/categories/kitchen')).not.toContain('Stoneware')
    expect((await logged()).map(({ action }) => action)).toEqual(Array(3).fill('details-edited'))
  })

  test.each([
    [{ 'attribute-0': 'Material' }, 'Enter an attribute and its value'],
    [{ related: 'zeppelin' }, 'Nothing is called zeppelin'],
  ])('are not %j; what was typed stays', async (typed, sentence) => {
    const refused = await staff.presses(await detailsOf('mug-'), 'Save', { ...typed, tags: 'kept' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
    expect(refused.$('#tags').attr('value')).toBe('kept')
  })
})

describe('an attribute', () => {
  const material = async () =>
    staff.gets(String((await staff.gets('/admin/attributes')).$('tbody a').attr('href')))

  test('is named anew, its values too; lists follow', async () => {
    await has('mug-', 'Stoneware')
    await has('lamp-', 'Brass')
    const page = await material()
    const field = String(page.$('input[value="Stoneware"]').attr('name'))
    const saved = await staff.presses(page, 'Save', { 'name-en': 'Made of', [field]: 'Clay' })
    expect(saved.alert()).toContain('The attribute is saved')
    expect(await inShop('/categories/kitchen')).toMatch(/Made of.*Clay/)
    const late = await staff.presses(page, 'Save', { 'name-en': 'Stuff' })
    expect([late.status, late.alert()]).toEqual([409, expect.stringContaining('Somebody else has changed')])
    expect(late.$('[name=name-en]').attr('value')).toBe('Stuff')
    await staff.presses(await material(), 'Save', { facet: '' })
    expect(await inShop('/categories/kitchen')).not.toContain('Clay')
  })

  test('has two values joined, and one done away with', async () => {
    await has('mug-', 'Stoneware')
    await has('lamp-', 'Stone ware')
    const page = await material()
    const id = (label: string) => String(page.$(`input[value="${label}"]`).attr('name')).split('-')[1]!
    const wrong = await staff.presses(page, 'Join them', { from: id('Stoneware'), into: id('Stoneware') })
    expect([wrong.status, wrong.alert()]).toEqual([
      422,
      expect.stringContaining('Choose two different values'),
    ])
    const joined = await staff.presses(page, 'Join them', { from: id('Stone ware'), into: id('Stoneware') })
    expect(joined.$('tbody tr')).toHaveLength(1)
    expect(joined.$('tbody .number').text()).toBe('2')
    expect(await inShop('/categories/kitchen?material=stoneware')).toMatch(/2 products/)
    const gone = await staff.presses(joined, 'Save', { [`gone-${id('Stoneware')}`]: 'yes' })
    expect(gone.$('tbody tr')).toHaveLength(0)
    expect(await inShop('/categories/kitchen')).not.toContain('Stoneware')
  })
})

test('a brand gets another name everywhere, or that of another one', async () => {
  const page = await staff.gets('/admin/brands')
  expect(page.$('tbody tr').text()).toContain('Test pottery')
  const renamed = await staff.presses(page, 'Rename Test pottery', { to: 'Quiet Pottery' })
  expect(renamed.alert()).toContain('4 products have another brand now')
  expect(await inShop('/products/oat-mug')).toContain('Quiet Pottery')
  const nameless = await staff.presses(renamed, 'Rename Quiet Pottery', { to: ' ' })
  expect([nameless.status, nameless.alert()]).toEqual([422, expect.stringContaining('Enter a name')])
  await staff.presses(renamed, 'Rename Quiet Pottery', { to: 'Test pottery' })
  expect(await logged()).toMatchObject([
    {
      action: 'brand-renamed',
      subject: 'brand Test pottery',
      before: { products: 4 },
      after: { products: 0 },
    },
    { action: 'brand-renamed' },
  ])
})

test('what people look for in vain is seen, and found once words are said to mean the same', async () => {
  await recordSearch({ query: 'beaker', locale: 'en', found: 0 })
  const page = await staff.gets('/admin/search')
  expect(page.$('tbody').first().text()).toContain('beaker')
  expect(await inShop('/search?q=beaker')).toContain('Nothing found')
  const saved = await staff.presses(page, 'Save English', { synonyms: 'mug, beaker' })
  expect(saved.alert()).toContain('The words are saved')
  expect(await inShop('/search?q=beaker')).not.toContain('Nothing found')
  const late = await staff.presses(page, 'Save English', { synonyms: 'mug, cup' })
  expect([late.status, late.alert()]).toEqual([409, expect.stringContaining('Somebody else has changed')])
  expect(late.$('#synonyms-en').text()).toContain('mug, cup')
  const tried = await staff.presses(saved, 'Try', { q: 'beaker', in: 'en' })
  expect(tried.$('#try ~ .notice').text()).toContain('mug')
  const kept = await row<{ count: number }>('select count(*)::integer as count from search.synonyms')
  expect(kept!.count).toBe(1)
})
