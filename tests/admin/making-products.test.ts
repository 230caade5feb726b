import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { openShop, products } from '../support/shop.ts'
import { type ShopPage, type Shopper, shopperAt } from '../support/shopper.ts'
import { drawn } from './drawn.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  await rows(
    `delete from catalogue.variants where sku not in ('MUG-OAT', 'BOWL-MOSS', 'LAMP-LAST', 'BOWL-GONE')`,
  )
  await rows('delete from catalogue.products where id not in (select product_id from catalogue.variants)')
  staff = await office.staff()
})
afterAll(() => office.close())

const making = { 'title-en': 'Fern jug', 'title-de': 'Farnkrug', sku: 'JUG-FERN', 'price-EUR': '38,50' }
const make = async (typed: object = {}) =>
  staff.presses(await staff.gets('/admin/products/new'), 'Make the product', { ...making, ...typed })
const inShop = (path: string) => shopperAt(office.url).gets(path)

describe('a new product', () => {
  test('is made with little, seen by nobody, and then described, priced and put on show', async () => {
    const made = await make()
    expect(made.alert()).toContain('Nobody sees it yet')
    expect(made.heading()).toBe('Fern jug')
    expect((await inShop('/products/fern-jug')).status).toBe(404)
    const shown = await staff.presses(made, 'Save', {
      ...{ published: '2026-01-01T09:00', status: 'active', 'price-JUG-FERN-GBP': '34.00' },
    })
    expect(shown.alert()).toContain('The product is saved')
    const page = await inShop('/de/products/fern-jug')
    expect(page.heading()).toBe('Farnkrug')
    expect(page.$('main').text()).toContain('38,50')
    expect(await logged()).toMatchObject([
      { action: 'product-made', subject: 'SKU JUG-FERN' },
      { action: 'product-edited', before: { publishedAt: null } },
    ])
  })

  test('is seen as in the shop by those who look after the goods, before it is on show, and cannot be bought', async () => {
    const made = await make()
    const preview = await staff.gets(made.$('main .page-head a').attr('href')!)
    expect(preview.status).toBe(200)
    expect(preview.heading()).toBe('Fern jug')
    expect(preview.$('.notice-warn').text()).toContain('This product is not on show')
    expect(preview.$('meta[name=robots]').attr('content')).toBe('noindex')
    const refused = await staff.posts('/basket/lines', { sku: 'JUG-FERN', quantity: 1 })
    expect(refused.status).toBe(404)
    const orders = await office.staff('orders@example.com')
    expect((await orders.gets('/products/fern-jug')).status).toBe(404)
    expect((await inShop('/products/fern-jug')).status).toBe(404)
    expect((await inShop('/products/oat-mug')).$('.notice-warn')).toHaveLength(0)
  })

  test('is made once by a form that is sent three times', async () => {
    const page = await staff.gets('/admin/products/new')
    const answers = await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Make the product', making)))
    expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
    const made = await row<{ count: number }>(
      `select count(*)::integer as count from catalogue.products where slug like 'fern%'`,
    )
    expect(made!.count).toBe(1)
    expect(await logged()).toHaveLength(1)
  })

  test('gets an address of its own where its title is another product’s', async () => {
    const made = await make({ 'title-en': 'Oat mug' })
    expect(made.$('a[href="/products/oat-mug-2"]')).toHaveLength(1)
    expect((await inShop('/products/oat-mug')).$('main').text()).toContain('€24.00')
  })

  test.each([
    [{ 'title-en': '' }, 422, 'Enter the title in English'],
    [{ sku: ' ' }, 422, 'Enter a SKU'],
    [{ 'price-EUR': '' }, 422, 'Enter a price in at least one currency'],
    [{ 'price-EUR': 'cheap' }, 422, 'Enter an amount like 24.00'],
    [{ 'price-EUR': '0' }, 422, 'Enter an amount like 24.00'],
    [{ sku: products.mug.sku }, 409, 'MUG-OAT is another product’s SKU'],
  ])('is not made with %j; what was typed stays', async (typed, status, sentence) => {
    const refused = await make({ ...typed, brand: 'Kept' })
    expect(refused.status).toBe(status)
    expect(refused.alert()).toContain(sentence)
    expect(refused.$('#brand').attr('value')).toBe('Kept')
    expect(await logged()).toEqual([])
  })
})

describe('the variants of a product', () => {
  const offered = (page: ShopPage) =>
    page
      .$('#variants-caption ~ tbody th')
      .toArray()
      .map((cell) => page.$(cell).text().replace(/\s+/g, ' ').trim())
  const made = async () => {
    const page = await make()
    return staff.gets(`${new URL(page.address).pathname}/variants`)
  }
  const colours = { 'name-1-en': 'Glaze', 'name-1-de': 'Glasur', 'new-1': 'Fern / Farn\nClay / Ton' }

  test('come from options: those that are missing are made at once, and chosen in the shop', async () => {
    const optional = await staff.presses(await made(), 'Save options', colours)
    expect(offered(optional)).toEqual(['JUG-FERN Fern'])
    const sized = await staff.presses(optional, 'Save options', {
      'name-2-en': 'Size',
      'new-2': 'Small\nLarge',
    })
    expect(offered(sized)).toEqual(['JUG-FERN Fern · Small'])
    const all = await staff.presses(sized, 'Make the 3 that are missing', { beginning: 'JUG' })
    expect(offered(all)).toEqual([
      ...['JUG-FERN Fern · Small', 'JUG-FERN-LARGE Fern · Large'],
      ...['JUG-CLAY-SMALL Clay · Small', 'JUG-CLAY-LARGE Clay · Large'],
    ])
    await staff.presses(await staff.gets(all.address.replace('/variants', '')), 'Save', {
      ...{ published: '2026-01-01T09:00', 'price-JUG-CLAY-LARGE-EUR': '52' },
    })
    const page = await inShop('/de/products/fern-jug?sku=JUG-CLAY-LARGE')
    expect(page.$('main').text()).toMatch(/52,00/)
    expect(page.$('main').text()).toContain('Glasur')
  })

  test('keep their values when options are renamed, and go only where that is said', async () => {
    const two = await staff.presses(
      await staff.presses(await made(), 'Save options', colours),
      'Make the one',
    )
    const renamed = await staff.presses(two, 'Save options', { 'value-1-0-en': 'Moss', 'new-1': 'Ash' })
    expect(offered(renamed)).toEqual(['JUG-FERN Moss', 'JUG-FERN-CLAY Clay'])
    const asked = await staff.presses(renamed, 'Save options', { 'gone-1-1': 'yes' })
    expect(asked.status).toBe(409)
    expect(asked.alert()).toContain('no longer be offered: JUG-FERN-CLAY')
    expect(offered(await staff.presses(asked, 'Save options', { retire: 'yes' }))).toEqual(['JUG-FERN Moss'])
  })

  test('say what they weigh, how they are taxed and which barcode they have; one is no longer offered', async () => {
    const two = await staff.presses(
      await staff.presses(await made(), 'Save options', colours),
      'Make the one',
    )
    const saved = await staff.presses(two, 'Save variants', {
      ...{ 'barcode-0': '4006381333931', 'weight-0': '720', 'tax-0': 'reduced' },
    })
    expect(saved.$('[name=barcode-0]').attr('value')).toBe('4006381333931')
    expect(saved.$('[name=weight-0]').attr('value')).toBe('720')
    expect(saved.$('[name=tax-0] [selected]').attr('value')).toBe('reduced')
    const refused = await staff.presses(saved, 'Save variants', { 'weight-1': 'heavy' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Enter whole grams')
    const one = await staff.presses(saved, 'Save variants', { 'offered-1': 'no' })
    expect(offered(one)).toEqual(['JUG-FERN Fern'])
    const none = await staff.presses(one, 'Save variants', { 'offered-0': 'no' })
    expect(none.status).toBe(409)
    expect(none.alert()).toContain('At least one variant has to stay')
    expect((await logged()).at(-1)).toMatchObject({
      action: 'variants-edited',
      before: { variants: { 'JUG-FERN-CLAY': {} } },
      after: { variants: { 'JUG-FERN': { barcode: '4006381333931', grams: 720, tax: 'reduced' } } },
    })
  })

  test('are added one by one; a SKU of others and a twin are refused', async () => {
    const page = await staff.presses(await made(), 'Save options', colours)
    const add = (typed: object) => staff.presses(page, 'Add variant', { 'choice-1': 'Clay', ...typed })
    expect((await add({ sku: '' })).alert()).toContain('Enter a SKU')
    expect((await add({ sku: 'MUG-OAT' })).alert()).toContain('MUG-OAT is the SKU of another variant')
    expect((await add({ sku: 'X', 'choice-1': 'Fern' })).alert()).toContain(
      'a variant with these values already',
    )
    expect(offered(await add({ sku: 'JUG-CLAY' }))).toEqual(['JUG-FERN Fern', 'JUG-CLAY Clay'])
  })

  test('that two people change at once are overwritten by neither', async () => {
    const page = await made()
    await staff.presses(page, 'Save variants', { 'weight-0': '500' })
    const late = await staff.presses(page, 'Save variants', { 'weight-0': '900' })
    expect(late.status).toBe(409)
    expect(late.alert()).toContain('Somebody else has changed this product')
    expect(late.$('[name=weight-0]').attr('value')).toBe('900')
    expect((await staff.presses(late, 'Save variants')).$('[name=weight-0]').attr('value')).toBe('900')
  })

  test.each([
    [{ 'new-1': 'Oat' }, 'Enter what people choose by'],
    [{ 'name-1-en': 'Glaze' }, 'Enter at least one value'],
    [{ 'name-1-en': 'Glaze', 'new-1': 'Oat\nOAT' }, '“oat” is there twice'],
  ])('have no options like %j', async (typed, sentence) => {
    const refused = await staff.presses(await made(), 'Save options', typed)
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(sentence)
  })
})

describe('the pictures of a product', () => {
  const at = async () => {
    const list = await staff.gets('/admin/products?q=mug-')
    return `${list.$('tbody a').attr('href')}/pictures`
  }
  const words = (page: ShopPage) =>
    page
      .$('.office-pictures [name=alt-en]')
      .toArray()
      .map((field) => page.$(field).attr('value'))
  const shown = async () => {
    const page = await inShop('/products/oat-mug')
    return page
      .$('main img')
      .toArray()
      .map((image) => page.$(image).attr('alt'))
  }
  const hang = async (colours: string[], alt: string) =>
    staff.uploads(
      await staff.gets(await at()),
      'Add',
      { 'alt-en': alt },
      await Promise.all(colours.map(drawn)),
    )

  test('are sent with words, described anew, put in another order, taken away and put back', async () => {
    const one = await hang(['#884422'], 'Mug from the side')
    expect(one.alert()).toContain('The pictures hang')
    expect(words(await hang(['#224488', '#448822'], 'Mug from above'))).toEqual([
      ...['Mug from the side', 'Mug from above', 'Mug from above (2)'],
    ])
    let page = await staff.gets(await at())
    page = await staff.presses(page, 'Save words Mug from above (2)', {
      'alt-en': 'Its handle',
      'alt-de': 'Ihr Henkel',
    })
    page = await staff.presses(page, 'Up Its handle')
    expect(words(page)).toEqual(['Mug from the side', 'Its handle', 'Mug from above'])
    page = await staff.presses(page, 'Down Mug from the side')
    expect(words(page)).toEqual(['Its handle', 'Mug from the side', 'Mug from above'])
    page = await staff.presses(page, 'Take away Mug from the side')
    expect(words(page)).toEqual(['Its handle', 'Mug from above'])
    expect(await shown()).not.toContain('Mug from the side')
    page = await staff.presses(page, 'Put back Mug from the side')
    expect(words(page)).toEqual(['Its handle', 'Mug from the side', 'Mug from above'])
    expect(await shown()).toContain('Its handle')
    expect((await logged()).map(({ action }) => action)).toEqual([
      ...['pictures-added', 'pictures-added', 'picture-described', 'picture-moved', 'picture-moved'],
      ...['picture-removed', 'picture-restored'],
    ])
  })

  test('stay with the variants that they show when their order changes', async () => {
    await hang(['#884422', '#224488'], 'Mug')
    const variants = await staff.gets((await at()).replace('pictures', 'variants'))
    await staff.presses(variants, 'Save variants', { 'picture-0': '1' })
    const page = await staff.presses(await staff.gets(await at()), 'Up Mug (2)')
    expect(page.$('.office-pictures li').first().text()).toContain('shows MUG-OAT')
  })

  test('need words, and a picture', async () => {
    const page = await staff.gets(await at())
    const wordless = await staff.uploads(page, 'Add', {}, [await drawn('#884422')])
    expect(wordless.status).toBe(422)
    expect(wordless.alert()).toContain('Enter what the picture shows')
    const empty = await staff.uploads(page, 'Add', { 'alt-en': 'Mug' }, [])
    expect(empty.alert()).toContain('Choose a picture')
    expect(empty.$('#alt-en').attr('value')).toBe('Mug')
    const text = await staff.uploads(page, 'Add', { 'alt-en': 'Mug' }, [
      new File(['hello'], 'mug.jpg', { type: 'image/jpeg' }),
    ])
    expect(text.status).toBe(422)
    expect(words(text)).toEqual([])
    expect(await logged()).toEqual([])
  })

  test('that somebody else has moved meanwhile are not moved by mistake', async () => {
    const page = await hang(['#884422', '#224488'], 'Mug')
    await staff.presses(page, 'Up Mug (2)')
    const late = await staff.presses(page, 'Take away Mug (2)')
    expect(late.status).toBe(409)
    expect(late.alert()).toContain('Somebody else has changed this product')
    expect(words(late)).toEqual(['Mug (2)', 'Mug'])
  })
})

describe('many products at once', () => {
  const chosen = async (...slugs: string[]) => {
    const ids = await rows<{ id: number }>(
      'select id from catalogue.products where slug = any($slugs::text[])',
      { slugs },
    )
    return staff.gets(`/admin/products/turn?${new URLSearchParams(ids.map(({ id }) => ['id', String(id)]))}`)
  }
  const states = () =>
    rows<{ slug: string }>(
      `select slug, status, published_at is not null as "isPublished" from catalogue.products
       where slug in ('oat-mug', 'moss-bowl', 'last-lamp') order by slug`,
    )

  test('are named on one page, then archived and put on show again; the day on which they were new stays', async () => {
    const page = await chosen('oat-mug', 'moss-bowl')
    expect(page.heading()).toBe('2 products')
    expect(page.$('.office-names').text()).toMatch(/Moss bowl.*Oat mug/s)
    const done = await staff.presses(page, 'Do it to these 2', { turn: 'archive' })
    expect(done.alert()).toContain('2 products are changed')
    expect(await states()).toEqual([
      { slug: 'last-lamp', status: 'active', isPublished: true },
      { slug: 'moss-bowl', status: 'archived', isPublished: false },
      { slug: 'oat-mug', status: 'archived', isPublished: false },
    ])
    expect((await inShop('/products/oat-mug')).status).not.toBe(200)
    await staff.presses(await chosen('oat-mug', 'moss-bowl'), 'Do it to these 2', { turn: 'show' })
    expect((await inShop('/products/oat-mug')).status).toBe(200)
    expect(await logged()).toMatchObject([
      { action: 'products-turned', before: [{ slug: 'moss-bowl', status: 'active' }, { slug: 'oat-mug' }] },
      { action: 'products-turned', after: [{ slug: 'moss-bowl', status: 'active' }, { slug: 'oat-mug' }] },
    ])
  })

  test('are moved, when it is said where', async () => {
    const page = await chosen('oat-mug')
    const refused = await staff.presses(page, 'Do it to this one', { turn: 'move' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Choose a category')
    const there = refused.$('#category option').last().attr('value')!
    expect(
      (await staff.presses(refused, 'Do it to this one', { turn: 'move', category: there })).status,
    ).toBe(200)
  })

  test('are none when none is chosen', async () => {
    expect((await staff.gets('/admin/products/turn')).$('main').text()).toContain(
      'Choose products in the list first',
    )
    expect((await staff.posts('/admin/products/turn', { ids: 'x', turn: 'show' })).status).toBe(422)
  })
})

describe('a product', () => {
  const at = async () => `${(await staff.gets('/admin/products?q=mug-')).$('tbody a').attr('href')}/address`
  afterEach(() => rows(`update catalogue.products set slug = 'oat-mug' where slug = 'oat-beaker'`))

  test('moves to another address, to which the former one leads', async () => {
    const page = await staff.gets(await at())
    const moved = await staff.presses(page, 'Change the address', { slug: 'oat-beaker' })
    expect(moved.alert()).toContain('The address is changed')
    const led = await inShop('/products/oat-mug')
    expect(new URL(led.address).pathname).toBe('/products/oat-beaker')
    const taken = await staff.presses(moved, 'Change the address', { slug: 'moss-bowl' })
    expect([taken.status, taken.alert()]).toEqual([
      409,
      expect.stringContaining('Another product has this address'),
    ])
    expect((await staff.presses(moved, 'Change the address', { slug: 'Oat Mug' })).status).toBe(422)
  })

  test('is copied once by a form that is sent three times: with all it has, seen by nobody', async () => {
    const page = await staff.gets(await at())
    const answers = await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Make a copy')))
    expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
    expect(answers[0]!.$('#price-MUG-OAT-2-EUR').attr('value')).toBe('24.00')
    expect((await inShop('/products/oat-mug-2')).status).toBe(404)
    expect((await logged()).map(({ action }) => action)).toEqual(['product-copied'])
  })
})
