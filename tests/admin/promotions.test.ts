import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, transaction } from '../../src/platform/database.ts'
import { wallClock } from '../../src/platform/wall-clock.ts'
import { holdPromotions, releasePromotions } from '../../src/pricing/index.ts'
import { openShop, products } from '../support/shop.ts'
import { goesToReview, type ShopPage, type Shopper, shopperAt } from '../support/shopper.ts'
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

const DAY_MS = 86_400_000
const inDays = (days: number) => wallClock(new Date(Date.now() + days * DAY_MS))
const quarter = {
  'name-en': 'A quarter off',
  'name-de': 'Ein Viertel weniger',
  kind: 'percentage',
  share: '25',
  combines: 'yes',
}
const make = async (typed: object = {}) =>
  staff.presses(await staff.gets('/admin/promotions/new'), 'Make the promotion', { ...quarter, ...typed })
const words = (page: ShopPage) => page.$('.lead').first().text().replace(/\s+/g, ' ').trim()
const basketWith = async (code: string, shopper = shopperAt(office.url)) => {
  await shopper.adds(products.mug, { quantity: 2 })
  return shopper.presses(await shopper.gets('/basket'), 'Apply', { code })
}

describe('a promotion', () => {
  test('is made with a code, used in the shop, edited, stopped and let go on', async () => {
    const made = await make({ access: 'code', code: 'quarter 25', 'minimum-EUR': '40', 'limit-each': '1' })
    expect(made.alert()).toContain('The promotion is saved')
    expect(words(made)).toBe('25 % off, from €40.00 on, once a person')
    const basket = await basketWith('QUARTER25')
    expect(basket.$('main').text()).toContain('€12.00')
    const less = await staff.presses(made, 'Save', { share: '12,5' })
    expect(words(less)).toContain('12.5 % off')
    const asked = await staff.gets(String(less.$('a:contains("Stop")').attr('href')))
    const stopped = await staff.presses(asked, 'Stop')
    expect(stopped.$('main').text()).toContain('stopped')
    expect((await basketWith('QUARTER25')).alert()).toContain('has ended')
    await staff.presses(await staff.gets(asked.address), 'Let it go on')
    expect((await basketWith('QUARTER25')).$('main').text()).toContain('€6.00')
    expect((await logged()).map(({ action }) => action)).toEqual([
      ...['promotion-made', 'promotion-edited', 'promotion-stopped', 'promotion-stopped'],
    ])
  })

  test('is for everybody and of some goods; another one on the same goods is named beside it', async () => {
    const kitchen = await row<{ id: number }>(`select id from catalogue.categories where path = 'kitchen'`)
    await make({ goods: products.lastLamp.sku, 'name-en': 'Lamps' })
    const made = await make({ [`category-${kitchen!.id}`]: 'yes', 'name-en': 'Kitchen' })
    expect(words(made)).toBe('25 % off, on Kitchen')
    expect(made.$('main').text()).not.toContain('At the same time')
    const both = await make({ 'name-en': 'All' })
    expect(both.$('.notice-info').text()).toMatch(/Lamps.*Kitchen/s)
    const list = await staff.gets('/admin/promotions?filter=running&q=kitch')
    expect(list.$('tbody tr')).toHaveLength(1)
  })

  test('that is planned is tried against a basket before: nothing is written', async () => {
    const made = await make({ starts: inDays(3), kind: 'buy_get', buy: '2', free: '1' })
    expect(words(made)).toBe('buy 2, get one more for nothing')
    const tried = await staff.presses(made, 'Try', { basket: 'MUG-OAT x 3', currency: 'EUR', country: 'DE' })
    expect(tried.$('#try ~ .notice').text()).toMatch(
      /takes €24\.00 off: €\d+\.\d\d to pay instead of €\d+\.\d\d/,
    )
    expect(tried.$('tbody').text()).toContain('A quarter off')
    const few = await staff.presses(made, 'Try', { basket: 'mug-oat 1\nZEPPELIN', currency: 'EUR' })
    expect(few.$('#try ~ .notice').text()).toContain('for other goods, or for more of them')
    expect(few.$('.field-error').text()).toContain('ZEPPELIN')
    expect((await basketWith('NONE')).$('main').text()).not.toContain('A quarter off')
    expect(await logged()).toHaveLength(1)
  })

  test('that two people edit at once is overwritten by neither', async () => {
    const page = await make()
    await staff.presses(page, 'Save', { share: '30' })
    const late = await staff.presses(page, 'Save', { share: '35' })
    expect(late.status).toBe(409)
    expect(late.alert()).toContain('Somebody else has changed this promotion')
    expect(words(late)).toContain('30 % off')
    expect(late.$('#share').attr('value')).toBe('35')
    expect(words(await staff.presses(late, 'Save'))).toContain('35 % off')
  })

  test('is made once by a form that is sent three times', async () => {
    const page = await staff.gets('/admin/promotions/new')
    const answers = await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Make the promotion', quarter)))
    expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
    expect(await logged()).toHaveLength(1)
  })

  test.each([
    [{ 'name-en': '' }, 'Enter the name in English'],
    [{ share: '0' }, 'Enter a percentage between 0 and 100'],
    [{ kind: 'amount' }, 'Enter an amount in at least one currency'],
    [{ kind: 'amount', 'amount-EUR': 'five' }, 'Enter an amount like 24.00'],
    [{ kind: 'buy_get', buy: '2' }, 'Enter how many have to be bought'],
    [{ access: 'code', code: '?' }, 'Enter a code of 3 to 30'],
    [{ 'limit-each': 'many' }, 'Enter a whole number'],
    [{ starts: '2026-12-01T09:00', ends: '2026-11-01T09:00' }, 'It has to end after it has begun'],
    [{ goods: 'zeppelin' }, 'Nothing is called zeppelin'],
  ])('is not made with %j; what was typed stays', async (typed, sentence) => {
    const refused = await make({ ...typed, 'name-de': 'Bleibt' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
    expect(refused.$('#name-de').attr('value')).toBe('Bleibt')
  })

  test('has no code that another one has', async () => {
    const refused = await make({ access: 'code', code: 'welcome10' })
    expect(refused.status).toBe(409)
    expect(refused.alert()).toContain('Another promotion has this code')
  })
})

describe('codes that count once each', () => {
  const made = async (count = 3) => {
    const promotion = await make({ access: 'codes' })
    const page = await staff.gets(`${new URL(promotion.address).pathname}/codes`)
    return staff.presses(page, 'Make them', { beginning: 'friends', count })
  }
  const codesIn = (page: ShopPage) =>
    page
      .$('tbody th')
      .toArray()
      .map((cell) => page.$(cell).text())

  test('are made, handed out as a file, taken by the shop, and used by one order', async () => {
    const page = await made()
    expect(page.alert()).toContain('3 codes are made')
    const codes = codesIn(page)
    expect(codes.every((code) => /^FRIENDS-[A-HJ-NP-Z2-9]{10}$/.test(code))).toBe(true)
    const file = await staff.gets(String(page.$('a[href$=".csv"]').attr('href')))
    expect(file.html.trim().split('\r\n')).toHaveLength(4)
    const shopper = shopperAt(office.url)
    expect((await basketWith(codes[0]!, shopper)).$('main').text()).toContain('€12.00')
    const twice = await shopper.presses(await shopper.gets('/basket'), 'Apply', { code: codes[1]! })
    expect(twice.$('main').text()).toContain('cannot be used together')
    const placed = await shopper.presses(await goesToReview(shopper, 'invoice'), 'Place order')
    expect(placed.heading()).toMatch(/Order P-\d+ placed/)
    expect((await basketWith(codes[0]!)).alert()).toContain('has been used up')
    expect((await basketWith(codes[1]!)).$('main').text()).toContain('€12.00')
    const seen = await staff.gets(page.address)
    expect(seen.$('tbody').text()).toContain('held by an order')
    const uses = await staff.gets(page.address.replace('/codes', '/uses'))
    expect(uses.$('tbody').text()).toMatch(new RegExp(`P-\\d+\\s*${codes[0]}\\s*€12.00`))
  })

  test('are held by one of twelve orders that want the same one at once, and are free again when it comes to nothing', async () => {
    const [code] = codesIn(await made(1))
    const promotion = await row<{ id: number }>('select id from pricing.promotions where by_codes')
    const discount = {
      id: promotion!.id,
      code: code!,
      name: { en: 'x' },
      kind: 'percentage' as const,
      amount: 100,
    }
    const holds = (orderId: number) =>
      transaction((tx) =>
        holdPromotions(tx, {
          ...{ orderId, visitorId: crypto.randomUUID(), email: `p${orderId}@example.com` },
          discounts: [discount],
        }),
      )
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_none, index) => holds(index + 1)))
    const winners = outcomes.flatMap(({ refused }, index) => (refused ? [] : [index + 1]))
    expect(winners).toHaveLength(1)
    await transaction((tx) => releasePromotions(tx, winners[0]!))
    expect((await holds(99)).refused).toBeUndefined()
  })

  test.each([
    [{ beginning: 'x', count: '3' }, 'Enter 2 to 15 letters'],
    [{ beginning: 'friends', count: '0' }, 'Enter a whole number from 1 to 10,000'],
    [{ beginning: 'friends', count: '10001' }, 'Enter a whole number from 1 to 10,000'],
  ])('are not made from %j', async (typed, sentence) => {
    const refused = await staff.presses(await made(1), 'Make them', typed)
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
  })

  test('there are none of a promotion for everybody', async () => {
    const promotion = await make()
    expect((await staff.gets(`${promotion.address}/codes`)).status).toBe(404)
    expect((await staff.posts(`${promotion.address}/codes`, { beginning: 'xx', count: 1 })).status).toBe(404)
  })
})
