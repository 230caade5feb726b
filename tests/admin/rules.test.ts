import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row } from '../../src/platform/database.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  staff = await office.staff()
})
afterAll(() => office.close())

const basket = async () => {
  const shopper = shopperAt(office.url)
  await shopper.adds(products.mug)
  return (await shopper.gets('/basket')).$('main').text()
}

describe('taxes', () => {
  test('are typed in percent, kept exactly, and count at once', async () => {
    const page = await staff.gets('/admin/taxes')
    const germany = page
      .$('[name^=country-]')
      .toArray()
      .findIndex((field) => page.$(field).attr('value') === 'DE')
    const rows = page.$('[name^=country-]').length
    const saved = await staff.presses(page, 'Save', {
      [`percent-${germany}`]: '20,5',
      ...{
        [`country-${rows - 1}`]: 'de',
        [`class-${rows - 1}`]: 'reduced',
        [`percent-${rows - 1}`]: '7.1234',
      },
    })
    expect(saved.alert()).toContain('The rules are saved')
    const kept = await row<{ standard: number; reduced: number }>(
      `select max(parts_per_million) filter (where tax_class = 'standard') as standard,
         max(parts_per_million) filter (where tax_class = 'reduced') as reduced
       from pricing.tax_rates where country = 'DE'`,
    )
    expect(kept).toEqual({ standard: 205_000, reduced: 71_234 })
    expect((await logged()).at(-1)).toMatchObject({
      action: 'taxes-set',
      before: { 'DE standard': 190_000 },
      after: { 'DE standard': 205_000, 'DE reduced': 71_234 },
    })
    const gone = await staff.presses(saved, 'Save', { [`gone-${germany}`]: 'yes' })
    expect(gone.alert()).toContain('The rules are saved')
  })

  test.each([
    [{ 'percent-0': 'much' }, 'Enter a percentage, like 19'],
    [{ 'country-0': 'Germany' }, 'Enter a country’s two letters'],
    [{ 'class-0': 'Reduced!' }, 'Enter a tax class in small letters'],
    [{ 'country-1': 'AT', 'region-1': '', 'class-1': 'standard', 'country-0': 'AT' }, 'This is there twice'],
  ])('are not %j; what was typed stays', async (typed, sentence) => {
    const refused = await staff.presses(await staff.gets('/admin/taxes'), 'Save', typed)
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
    expect(await logged()).toEqual([])
  })

  test('that two people change at once are overwritten by neither', async () => {
    const page = await staff.gets('/admin/taxes')
    await staff.presses(page, 'Save', { 'percent-0': '11' })
    const late = await staff.presses(page, 'Save', { 'percent-0': '12' })
    expect([late.status, late.alert()]).toEqual([
      409,
      expect.stringContaining('Somebody else has changed these rules'),
    ])
    expect(late.$('#percent-0').attr('value')).toBe('12')
    expect(late.$('.panel').text()).toContain('11')
    expect((await staff.presses(late, 'Save')).$('#percent-0').attr('value')).toBe('12')
  })
})

describe('delivery', () => {
  test('costs what its rates say, at once', async () => {
    expect(await basket()).toContain('€3.90')
    const page = await staff.gets('/admin/delivery/methods/standard')
    const first = page
      .$('tbody tr')
      .toArray()
      .findIndex(
        (line) =>
          page.$(line).find('[name^=zone-] [selected]').attr('value') === 'nearby' &&
          page.$(line).find('[name^=currency-] [selected]').attr('value') === 'EUR',
      )
    const saved = await staff.presses(page, 'Save', { [`cost-${first}`]: '4,20' })
    expect(saved.alert()).toContain('The rules are saved')
    expect(await basket()).toContain('€4.20')
    const late = await staff.presses(page, 'Save', { [`cost-${first}`]: '5' })
    expect(late.status).toBe(409)
    const refused = await staff.presses(saved, 'Save', {
      [`cost-${first}`]: 'much',
      [`days-to-${first}`]: '0',
    })
    expect([refused.status, refused.alert()]).toEqual([
      422,
      expect.stringContaining('Enter an amount like 24.00'),
    ])
  })

  test('has a new way and a new zone; a place moves into it', async () => {
    const page = await staff.gets('/admin/delivery')
    const zoned = await staff.presses(page, 'Save New zone', {
      code: 'islands',
      'name-en': 'Islands',
      places: 'ie us-hi',
    })
    expect(zoned.alert()).toContain('The rules are saved')
    expect(zoned.$('main').text()).toContain('Zone: Islands')
    const way = await staff.presses(await staff.gets('/admin/delivery/methods/new'), 'Save', {
      ...{ code: 'boat', 'name-en': 'By boat', position: '7', 'zone-0': 'islands', 'currency-0': 'EUR' },
      ...{ 'cost-0': '12', 'days-from-0': '5', 'days-to-0': '9' },
    })
    expect(way.heading()).toBe('By boat')
    expect((await staff.gets('/admin/delivery')).$('tbody').text()).toMatch(/By boat\s*islands/)
    const wrong = await staff.presses(zoned, 'Save New zone', {
      code: 'x',
      'name-en': 'X',
      places: 'Atlantis',
    })
    expect([wrong.status, wrong.alert()]).toEqual([
      422,
      expect.stringContaining('These are no places: ATLANTIS'),
    ])
    expect((await staff.gets('/admin/delivery/methods/zeppelin')).status).toBe(404)
  })
})

test('a market says whether prices contain their tax', async () => {
  const page = await staff.gets('/admin/markets')
  const saved = await staff.presses(page, 'Save europe', { included: 'no' })
  expect(saved.alert()).toContain('The rules are saved')
  expect(await basket()).toMatch(/19 ?%/)
  await staff.presses(saved, 'Save New market', {
    code: 'islands',
    'name-en': 'Islands',
    countries: 'IE',
    included: 'yes',
  })
  const islands = await row<{ market: string }>(
    `select market from pricing.market_countries where country = 'IE'`,
  )
  expect(islands!.market).toBe('islands')
  const back = await staff.gets('/admin/markets')
  await staff.presses(back, 'Save europe', { included: 'yes' })
})

test('rules are no business of those who may not set them', async () => {
  const catalogue = await office.staff('products@example.com')
  for (const path of ['delivery', 'taxes', 'markets'])
    expect((await catalogue.gets(`/admin/${path}`)).status).toBe(403)
})
