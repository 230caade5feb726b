import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { writeReview } from '../../src/reviews/index.ts'
import { buyer } from '../reviews/buyers.ts'
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
  staff = await office.staff()
})
afterAll(() => office.close())

describe('stock', () => {
  const at = () => `/admin/stock/${variantId(products.mug)}`

  test('is set right with a reason; two people at once lose nothing', async () => {
    const [one, other] = [
      await office.staff('orders@example.com'),
      await office.staff('products@example.com'),
    ]
    const pages = await Promise.all([one, other].map((person) => person.gets(at())))
    await Promise.all([
      one.presses(pages[0]!, 'Adjust', { delta: '+12', reason: 'delivery', location: 'main' }),
      other.presses(pages[1]!, 'Adjust', { delta: '-3', reason: 'damage', location: 'main', note: 'Fell.' }),
    ])
    const page = await staff.gets(at())
    expect(page.$('.summary-list').text()).toContain(`${products.mug.stock + 9} on hand`)
    for (const word of ['staff:orders@example.com', 'staff:products@example.com', 'Fell.', '+12', '−3']) {
      expect(page.$('main').text()).toContain(word)
    }
    expect((await logged()).map(({ action }) => action)).toEqual(['stock-adjusted', 'stock-adjusted'])
  })

  test.each(['', '0', 'many', '1.5', '99999999'])('is not changed by %j', async (delta) => {
    const refused = await staff.presses(await staff.gets(at()), 'Adjust', { delta, location: 'main' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('like +12 or -3')
  })

  test('never goes below what is free, and a form sent twice counts once', async () => {
    const page = await staff.gets(at())
    const refused = await staff.presses(page, 'Adjust', { delta: -481, location: 'main' })
    expect(refused.status).toBe(409)
    expect(refused.alert()).toContain('Only 480 are free')
    await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Adjust', { delta: -1, location: 'main' })))
    expect((await staff.gets(at())).$('.summary-list').text()).toContain('479 on hand')
  })

  test('is found by the beginning of a SKU, by a piece of a title, and by how few are left', async () => {
    const found = async (query: string) => (await staff.gets(`/admin/stock${query}`)).$('tbody tr').length
    expect(await found('')).toBe(4)
    expect(await found('?q=lamp-')).toBe(1)
    expect(await found('?q=BOWL')).toBe(2)
    expect(await found('?q=zeppelin')).toBe(0)
    expect(await found('?few=yes')).toBeGreaterThanOrEqual(2)
  })

  test('says what people wait for: whoever has confirmed it, and has not been told yet', async () => {
    const [bowl, lamp] = [variantId(products.goneBowl), variantId(products.lastLamp)]
    expect((await staff.gets('/admin/stock/back-in-stock')).$('main').text()).toContain('Nobody waits')
    await rows(
      `insert into alerts.alerts (variant_id, email, locale, confirmed_at, told_at) values
         ($lamp, 'a@example.com', 'en', now(), null), ($bowl, 'a@example.com', 'en', now(), null),
         ($bowl, 'b@example.com', 'en', now(), null), ($bowl, 'c@example.com', 'en', null, null),
         ($bowl, 'd@example.com', 'en', now(), now())`,
      { bowl, lamp },
    )
    const page = await staff.gets('/admin/stock/back-in-stock')
    const lines = page.$('tbody tr').toArray()
    expect(lines.map((line) => page.$(line).find('.people').text())).toEqual(['2', '1'])
    expect(page.$('tbody a').first().attr('href')).toBe(`/admin/stock/${bowl}`)
    const file = await staff.gets(String(page.$('a[href$=".csv"]').attr('href')))
    expect(
      file.html
        .trim()
        .split('\r\n')
        .map((line) => line.split(',').at(-2)),
    ).toEqual(['people', '2', '1'])
  })
})

describe('a product', () => {
  const at = async () => {
    const list = await staff.gets('/admin/products?q=mug-')
    return String(list.$('tbody a').attr('href'))
  }
  const inShop = async (path = '/products/oat-mug') =>
    (await shopperAt(office.url).gets(path)).$('main').text()

  test('is found, renamed in two languages, priced and taken off the shelf', async () => {
    const page = await staff.gets(await at())
    expect(page.$('#title-en').attr('value')).toBe('Oat mug')
    const saved = await staff.presses(page, 'Save', {
      ...{ 'title-en': 'Oat beaker', 'title-de': 'Haferbecher', 'price-MUG-OAT-EUR': '26,50' },
    })
    expect(saved.alert()).toContain('The product is saved')
    expect(await inShop()).toContain('Oat beaker')
    expect(await inShop()).toContain('€26.50')
    expect(await inShop('/de/products/oat-mug')).toContain('Haferbecher')
    await staff.presses(saved, 'Save', { published: '' })
    expect((await shopperAt(office.url).gets('/products/oat-mug')).status).toBe(404)
    const log = await logged()
    expect(log.map(({ action }) => action)).toEqual(['product-edited', 'product-edited'])
    expect(log[0]).toMatchObject({
      before: { title: { en: 'Oat mug' }, prices: { 'MUG-OAT EUR': 2400 } },
      after: { title: { en: 'Oat beaker' }, prices: { 'MUG-OAT EUR': 2650 } },
    })
  })

  test('that two people edit at once is overwritten by neither: the second sees both', async () => {
    const other = await office.staff('products@example.com')
    const address = await at()
    const [mine, theirs] = [await staff.gets(address), await other.gets(address)]
    await other.presses(theirs, 'Save', { 'title-en': 'Their mug' })
    const conflict = await staff.presses(mine, 'Save', { 'title-en': 'My mug' })
    expect(conflict.status).toBe(409)
    expect(conflict.alert()).toContain('Somebody else has changed this product')
    expect(conflict.$('#title-en').attr('value')).toBe('My mug')
    expect(conflict.$('.summary-list').text()).toContain('Their mug')
    expect(await inShop()).toContain('Their mug')
    expect((await staff.presses(conflict, 'Save')).alert()).toContain('The product is saved')
    expect(await inShop()).toContain('My mug')
  })

  test.each([
    [{ 'title-en': ' ' }, 'Enter the title in English'],
    [{ 'price-MUG-OAT-EUR': '24.999' }, 'Enter an amount like 24.00'],
    [{ published: 'yesterday' }, 'Enter a day and a time'],
    [{ published: '2026-11-01T09:00', withdrawn: '2026-10-01T09:00' }, 'It has to end after it has begun'],
  ])('refuses %j with a sentence and keeps what was typed', async (typed, sentence) => {
    const refused = await staff.presses(await staff.gets(await at()), 'Save', { ...typed, brand: 'Kept' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
    expect(refused.$('#brand').attr('value')).toBe('Kept')
    expect(await logged()).toEqual([])
  })
})

test('a review is published by whoever has read that version, and declined with a reason', async () => {
  const opinion = {
    displayName: 'A.',
    stars: 5,
    title: 'Warm',
    text: 'As warm as a mug can be, and then some.',
    locale: 'en' as const,
  }
  const { id: productId } = (await row<{ id: number }>(
    'select id from catalogue.products where slug = $slug',
    {
      slug: products.mug.slug,
    },
  ))!
  const reviewed = { productId, variantIds: [variantId(products.mug)] }
  const first = await buyer(products.mug)
  await writeReview(first, reviewed, opinion)
  const page = await staff.gets('/admin/reviews')
  await writeReview(first, reviewed, { ...opinion, title: 'Warmer' })
  const stale = await staff.presses(page, 'Publish')
  expect(stale.status).toBe(409)
  expect(stale.alert()).toContain('Read it again')
  const reasonless = await staff.presses(await staff.gets('/admin/reviews'), 'Decline')
  expect(reasonless.alert()).toContain('Say why')
  const published = await staff.presses(await staff.gets('/admin/reviews'), 'Publish')
  expect(published.alert()).toContain('The review is published')
  expect((await shopperAt(office.url).gets('/products/oat-mug')).$('main').text()).toContain('Warmer')
  expect((await logged()).map(({ action }) => action)).toEqual(['review-decided'])
})

test('customers are found and shut out; staff are not among them', async () => {
  const asha = await office.staff('asha@example.com')
  const list = await staff.gets('/admin/customers?q=ASHA')
  const page = await staff.gets(String(list.$('tbody a').attr('href')))
  await staff.presses(page, 'Shut out')
  expect((await asha.gets('/account')).heading()).not.toContain('Hello')
  const { id } = (await row<{ id: number }>(
    `select id from identity.customers where email = 'admin@example.com'`,
  ))!
  expect((await staff.gets(`/admin/customers/${id}`)).status).toBe(404)
  expect(await logged()).toMatchObject([
    { action: 'access-changed', before: { isDisabled: false }, after: { isDisabled: true } },
  ])
})

test('a job that has failed is tried again', async () => {
  await rows(`select graphile_worker.add_job('no-such-task', '{}')`)
  await rows(
    `update graphile_worker._private_jobs set attempts = 15, max_attempts = 15, last_error = 'connect refused'`,
  )
  const page = await staff.gets('/admin/jobs')
  expect(page.$('main').text()).toContain('connect refused')
  expect((await staff.presses(page, 'Try again')).alert()).toContain('tried again')
  expect(await rows('select attempts from graphile_worker._private_jobs')).toEqual([{ attempts: 0 }])
})

describe('the audit log', () => {
  const adjusts = async (person: Shopper) =>
    person.presses(await person.gets(`/admin/stock/${variantId(products.mug)}`), 'Adjust', {
      delta: 1,
      location: 'main',
    })

  test('is read by who, what and of what, and goes out as a file', async () => {
    await adjusts(staff)
    await adjusts(await office.staff('orders@example.com'))
    const entries = async (query: string) => (await staff.gets(`/admin/audit${query}`)).$('tbody tr').length
    expect(await entries('')).toBe(2)
    expect(await entries('?actor=orders')).toBe(1)
    expect(await entries('?action=stock-adjusted')).toBe(2)
    expect(await entries('?action=order-noted')).toBe(0)
    expect(await entries(`?subject=variant ${variantId(products.mug)}`)).toBe(2)
    const file = await staff.gets('/admin/audit.csv')
    expect(file.html.trim().split('\r\n')).toHaveLength(3)
  })

  test('is in the transaction of the change: what cannot be logged does not happen', async () => {
    await rows('alter table admin.audit rename to audit_elsewhere')
    try {
      expect((await adjusts(staff)).status).toBe(500)
    } finally {
      await rows('alter table admin.audit_elsewhere rename to audit')
    }
    expect((await staff.gets(`/admin/stock/${variantId(products.mug)}`)).$('.summary-list').text()).toContain(
      '480 on hand',
    )
  })

  test('cannot be changed by anybody', async () => {
    await adjusts(staff)
    await expect(rows(`update admin.audit set actor = 'nobody'`)).rejects.toThrow('append-only')
    await expect(rows('delete from admin.audit')).rejects.toThrow('append-only')
  })
})

test('the first screen says what waits, as far as one’s rights go', async () => {
  const figures = async (email: string) => (await (await office.staff(email)).gets('/admin')).$('main').text()
  expect(await figures('admin@example.com')).toContain('few are left')
  expect(await figures('analyst@example.com')).not.toContain('few are left')
})
