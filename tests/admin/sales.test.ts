import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { wallClock } from '../../src/platform/wall-clock.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await rows(`delete from catalogue.prices where isfinite(valid_from)`)
  await rows('delete from catalogue.sales')
  await openShop()
  staff = await office.staff()
})
afterAll(() => office.close())

const DAY_MS = 86_400_000
const inDays = (days: number) => wallClock(new Date(Date.now() + days * DAY_MS))
const sale = { name: 'Winter', share: '20', ends: inDays(7), goods: 'oat-mug\nBOWL-MOSS' }
const plan = async (typed: object = {}) => {
  const shown = await staff.presses(await staff.gets('/admin/sales/new'), 'Show what', { ...sale, ...typed })
  return staff.presses(shown, 'Plan the sale')
}
const costs = async (path = '/products/oat-mug') =>
  (await shopperAt(office.url).gets(path)).$('main .price').first().text().replace(/\s+/g, ' ').trim()
const listed = async () =>
  (await row<{ amount: number }>(
    `select lowest as amount from catalogue.offers offer join catalogue.variants variant using (product_id)
     where sku = 'MUG-OAT' and currency = 'EUR'`,
  ))!.amount

describe('a sale', () => {
  test('is shown before it is planned, lowers prices and lists at once, and is ended', async () => {
    const shown = await staff.presses(await staff.gets('/admin/sales/new'), 'Show what', sale)
    expect(shown.$('main').text()).toContain('2 variants of 2 products would be cheaper')
    expect(shown.$('tbody').text()).toMatch(/€24\.00\s*€19\.20/)
    expect(await costs()).toContain('€24.00')
    const planned = await staff.presses(shown, 'Plan the sale')
    expect(planned.alert()).toContain('The sale is planned')
    expect(planned.$('tbody tr')).toHaveLength(4)
    expect(await costs()).toMatch(/€19\.20.*€24\.00|€24\.00.*€19\.20/)
    expect(await costs('/products/last-lamp')).toContain('€149.00')
    expect(await listed()).toBe(1920)
    const asked = await staff.gets(String(planned.$('a:contains("End the sale")').attr('href')))
    expect(asked.$('main').text()).toContain('2 products cost as much as otherwise at once')
    const ended = await staff.presses(asked, 'End it now')
    expect(ended.alert()).toContain('The sale is over')
    expect(await costs()).not.toContain('€19.20')
    expect(await listed()).toBe(2400)
    expect((await logged()).map(({ action, subject }) => [action, subject.split(' ')[0]])).toEqual([
      ['sale-planned', 'sale'],
      ['sale-ended', 'sale'],
    ])
  })

  test('that is planned waits for its beginning, and leaves nothing when it is ended before', async () => {
    const planned = await plan({ starts: inDays(2) })
    expect(planned.$('main').text()).toContain('planned')
    expect(await costs()).not.toContain('€19.20')
    await staff.presses(await staff.gets(`${new URL(planned.address).pathname}/end`), 'End it now')
    const left = await row<{ count: number }>(
      'select count(*)::integer as count from catalogue.prices where sale_id is not null',
    )
    expect(left!.count).toBe(0)
  })

  test('is of categories with all that is in them, and is planned once by a form that is sent three times', async () => {
    const kitchen = await row<{ id: number }>(`select id from catalogue.categories where path = 'kitchen'`)
    const page = await staff.gets('/admin/sales/new')
    const shown = await staff.presses(page, 'Show what', {
      ...sale,
      goods: '',
      [`category-${kitchen!.id}`]: 'yes',
    })
    const answers = await Promise.all([1, 2, 3].map(() => staff.presses(shown, 'Plan the sale')))
    expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
    expect(answers[0]!.$('tbody tr')).toHaveLength(8)
    expect(await logged()).toHaveLength(1)
    const list = await staff.gets('/admin/sales')
    expect(list.$('tbody tr').text()).toMatch(/Winter.*running/s)
    const like = await staff.gets(String(answers[0]!.$('a:contains("Another one")').attr('href')))
    expect(like.$('#share').attr('value')).toBe('20')
    expect(like.$(`#category-${kitchen!.id}`).attr('checked')).toBeDefined()
  })

  test('says what goods cost before: the lowest price of the thirty days before it begins', async () => {
    await rows(
      `insert into catalogue.prices (variant_id, currency, amount, valid_from, valid_until) values
         ($id, 'EUR', 2000, now() - interval '20 days', now() - interval '10 days'),
         ($id, 'EUR', 1500, now() - interval '60 days', now() - interval '40 days')`,
      { id: variantId(products.mug) },
    )
    await plan()
    const price = await row<{ was: number }>(
      `select compare_at as was from catalogue.prices where sale_id is not null and currency = 'EUR' and variant_id = $id`,
      { id: variantId(products.mug) },
    )
    expect(price!.was).toBe(2000)
  })

  test.each([
    [{ share: '0' }, 'Enter a percentage between 0 and 100'],
    [{ share: '100' }, 'Enter a percentage between 0 and 100'],
    [{ share: 'half' }, 'Enter a percentage between 0 and 100'],
    [{ ends: '' }, 'Enter when it ends'],
    [{ ends: '2020-01-01T09:00' }, 'It has to end in the future'],
    [{ starts: '2026-02-31T09:00', ends: 'later' }, 'Enter a day and a time'],
    [{ goods: '' }, 'Choose a category, or name a product'],
    [{ goods: 'oat-mug zeppelin' }, 'Nothing is called zeppelin'],
    [{ name: ' ' }, 'Enter a name'],
  ])('is not planned with %j; what was typed stays', async (typed, sentence) => {
    const page = await staff.gets('/admin/sales/new')
    const refused = await staff.presses(page, 'Show what', { ...sale, ...typed })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
    expect(refused.$('#goods').text().trim()).toBe({ ...sale, ...typed }.goods)
  })

  test('is no business of those who may not edit prices', async () => {
    const orders = await office.staff('orders@example.com')
    expect((await orders.gets('/admin/sales')).status).toBe(403)
  })
})
