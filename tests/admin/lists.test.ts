import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { bought, placed } from '../support/bought.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  staff = await office.staff('orders@example.com')
})
afterAll(() => office.close())

const file = (text: string) => [new File([text], 'list.csv', { type: 'text/csv' })]
const reads = async (path: string, text: string, as: 'file' | 'typed' = 'file') => {
  const page = await staff.gets(path)
  const fields: Record<string, string> = as === 'typed' ? { list: text } : {}
  return staff.uploads(page, 'Look at the list', fields, as === 'file' ? file(text) : [], 'file')
}

describe('a count', () => {
  const onHand = async () =>
    (await row<{ onHand: number }>(
      'select on_hand as "onHand" from inventory.stock_levels where variant_id = $id',
      {
        id: variantId(products.mug),
      },
    ))!.onHand

  test('is the sheet itself, brought back: what differs is shown, and set when that is said', async () => {
    const sheet = (await staff.gets('/admin/stock.csv')).html.replace(/^(MUG-OAT,.*,)480,/m, '$1471,')
    const shown = await reads('/admin/stock/count', sheet)
    expect(shown.heading()).toBe('Count')
    expect(shown.$('#differ').text()).toBe('One count differs')
    expect(shown.$('tbody').text()).toMatch(/MUG-OAT.*480.*471.*−9/s)
    expect(await onHand()).toBe(480)
    const set = await staff.presses(shown, 'Set this one')
    expect(set.alert()).toContain('One level is set')
    expect(await onHand()).toBe(471)
    await staff.presses(shown, 'Set this one')
    expect((await staff.gets(`/admin/stock/${variantId(products.mug)}`)).$('main').text()).toContain('−9')
    const id = variantId(products.mug)
    expect(await logged()).toMatchObject([
      { action: 'stock-counted', before: { [id]: 480 }, after: { [id]: 471 } },
    ])
  })

  test('is not set where goods have gone since it was looked at: the difference is shown anew', async () => {
    const shown = await reads('/admin/stock/count', 'sku,counted\nMUG-OAT,471')
    await bought({ mug: 2 })
    const refused = await staff.presses(shown, 'Set this one')
    expect([refused.status, refused.alert()]).toEqual([409, expect.stringContaining('has changed since')])
    expect(refused.$('tbody').text()).toMatch(/478.*471.*−7/s)
    expect(await onHand()).toBe(478)
    await staff.presses(refused, 'Set this one')
    expect(await onHand()).toBe(471)
  })

  test('names what cannot be taken by its line, and takes the rest', async () => {
    await placed({ bowl: 3 })
    const text = [
      'sku;counted',
      'mug-oat;12',
      'MUG-OAT;13',
      'BOWL-MOSS;1',
      'ZEPPELIN;4',
      'LAMP-LAST;many',
      ';3',
    ].join('\r\n')
    const shown = await reads('/admin/stock/count', text, 'typed')
    const faults = shown
      .$('#faults ~ ul li')
      .toArray()
      .map((item) => shown.$(item).text().trim())
    expect(faults).toEqual([
      'Line 3: MUG-OAT stands on line 2 already.',
      'Line 4: Of BOWL-MOSS 3 are held for orders: there cannot be fewer.',
      'Line 5: There is no variant ZEPPELIN.',
      'Line 6: LAMP-LAST has no whole number.',
      'Line 7: There is no SKU.',
    ])
    expect(shown.$('#differ').text()).toBe('One count differs')
  })

  test.each([
    ['', 422, 'Choose a file, or paste its lines'],
    ['name;number\nmug;3', 200, 'The first row has to have the headings'],
    ['sku,on_hand\n"MUG-OAT,3', 200, 'The quotation marks do not match'],
  ])('of %j says what is wrong with it', async (text, status, sentence) => {
    const shown = await reads('/admin/stock/count', text, 'typed')
    expect(shown.status).toBe(status)
    expect(shown.$('main').text()).toContain(sentence)
  })
})

describe('a bank list', () => {
  test('is shown with what would become of each line, and then recorded once', async () => {
    const order = await placed({ mug: 1 }, { method: 'invoice' })
    const { number } = (await row<{ number: string }>('select number from orders.orders where id = $id', {
      id: order.id,
    }))!
    const text = [
      'Buchungstag;Betrag;Verwendungszweck;Umsatz-ID',
      `26.11.2026;${order.total / 100};${number};a1`,
      '26.11.2026;5,00;Hallo;a2',
      '26.11.2026;-3,00;Porto;a3',
      'x;y;z;a4',
    ].join('\n')
    const shown = await reads('/admin/payments/bank', text)
    expect(shown.$('#lines').text()).toBe('2 transfers, of which 1 would pay an order')
    expect(shown.$('tbody').text()).toMatch(
      new RegExp(`${number}.*pays its order.*is set aside: unknown_order`, 's'),
    )
    expect(shown.$('#faults').text()).toBe('One line cannot be taken')
    expect((await staff.gets(`/admin/orders/${number}`)).heading()).not.toContain('Being packed')
    const done = await staff.presses(shown, 'Record it')
    expect(done.alert()).toContain('One order is paid')
    expect(done.$('.entry').text()).toContain('unknown_order')
    expect((await staff.gets(`/admin/orders/${number}`)).heading()).toContain('Being packed')
    const again = await reads('/admin/payments/bank', text)
    expect(again.$('tbody').text()).toContain('was read before')
    expect(new Set((await logged()).map(({ action }) => action))).toEqual(new Set(['transfers-recorded']))
  })

  test('without headings says so', async () => {
    const shown = await reads('/admin/payments/bank', 'hello')
    expect(shown.$('main').text()).toContain('No row has the headings')
  })
})

describe('a price list', () => {
  const pricesOf = () =>
    rows<{ currency: string; amount: number; compareAt: number | null }>(
      `select currency, amount, compare_at as "compareAt" from catalogue.prices
       where variant_id = $id and valid_from = '-infinity' order by currency`,
      { id: variantId(products.mug) },
    )
  beforeEach(async () => {
    staff = await office.staff('products@example.com')
  })

  test('is all prices, brought back: what differs is shown, set when that is said, and seen in the shop', async () => {
    const before = await pricesOf()
    const list = (await staff.gets('/admin/prices.csv')).html
    expect(list).toContain('MUG-OAT,Oat mug,EUR,24.00,')
    const shown = await reads(
      '/admin/prices',
      list.replace('MUG-OAT,Oat mug,EUR,24.00,', 'mug-oat,,eur,"22,50",24.00'),
    )
    expect(shown.$('#differ').text()).toBe('One price differs')
    expect(shown.$('tbody').text()).toMatch(/MUG-OAT.*€24\.00.*€22\.50.*€24\.00/s)
    expect(await pricesOf()).toEqual(before)
    const answers = await Promise.all([1, 2].map(() => staff.presses(shown, 'Set this price')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await pricesOf()).toEqual(
      before.map((price) =>
        price.currency === 'EUR' ? { currency: 'EUR', amount: 2250, compareAt: 2400 } : price,
      ),
    )
    expect((await shopperAt(office.url).gets('/products/oat-mug')).$('main').text()).toContain('€22.50')
    expect(await logged()).toMatchObject([
      {
        action: 'prices-set',
        before: { 'MUG-OAT EUR': { amount: 2400, compareAt: null } },
        after: { 'MUG-OAT EUR': { amount: 2250, compareAt: 2400 } },
      },
    ])
  })

  test('overwrites nothing that somebody else has set meanwhile: what is now is shown, and set when that is said', async () => {
    const list = 'sku,currency,price,compare_at\nMUG-OAT,EUR,20.00,'
    const [mine, theirs] = [await reads('/admin/prices', list), await reads('/admin/prices', `${list}24.00`)]
    await staff.presses(theirs, 'Set this price')
    const refused = await staff.presses(mine, 'Set this price')
    expect([refused.status, refused.alert()]).toEqual([409, expect.stringContaining('has changed since')])
    expect((await pricesOf()).find(({ currency }) => currency === 'EUR')).toMatchObject({ compareAt: 2400 })
    await staff.presses(refused, 'Set this price')
    expect((await pricesOf()).find(({ currency }) => currency === 'EUR')).toMatchObject({ compareAt: null })
    const dear = { amount: 2000, compareAt: 2400 }
    expect(await logged()).toMatchObject([
      { before: { 'MUG-OAT EUR': { amount: 2400 } }, after: { 'MUG-OAT EUR': dear } },
      { before: { 'MUG-OAT EUR': dear }, after: { 'MUG-OAT EUR': { ...dear, compareAt: null } } },
    ])
  })

  test('adds a currency, and names what cannot be taken by its line', async () => {
    const text = [
      'SKU;Currency;Price;Compare at',
      'MUG-OAT;JPY;3900;',
      'MUG-OAT;XYZ;1;',
      'MUG-OAT;GBP;free;',
      'MUG-OAT;GBP;0;',
      'BOWL-MOSS;EUR;20,00;19,00',
      'ZEPPELIN;EUR;20;',
      ';EUR;20;',
      'MUG-OAT;JPY;4000;',
    ].join('\n')
    const shown = await reads('/admin/prices', text, 'typed')
    const faults = shown
      .$('.panel li')
      .toArray()
      .map((line) => shown.$(line).text().trim())
    expect(faults.map((fault) => fault.match(/\d+/)?.[0])).toEqual(['3', '4', '5', '6', '7', '8', '9'])
    expect(shown.$('tbody tr')).toHaveLength(1)
    await staff.presses(shown, 'Set this price')
    expect((await pricesOf()).find(({ currency }) => currency === 'JPY')).toMatchObject({ amount: 3900 })
  })

  test('without its headings is none, and nothing is set where nothing was looked at', async () => {
    const shown = await reads('/admin/prices', 'what;it;costs\n1;2;3')
    expect(shown.$('.panel').text()).toContain('headings sku, currency, price')
    const refused = await staff.posts('/admin/prices/set', { prices: 'x:EUR:1:' })
    expect([refused.status, refused.alert()]).toEqual([422, expect.stringContaining('Look at a list first')])
    const orders = await office.staff('orders@example.com')
    expect((await orders.gets('/admin/prices')).status).toBe(403)
  })
})
