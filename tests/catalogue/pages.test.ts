import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { productPage } from '../../src/catalogue/index.ts'
import { category, inEnglish, mug, offer, plain } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
let values: Record<string, number>

beforeAll(async () => {
  await category('kitchen')
  await offer(mug())
  await offer(plain('bowl', { title: { en: 'Walnut bowl', de: 'Walnussschale' } }))
  const page = await productPage({ slug: 'mug', ...inEnglish })
  values = Object.fromEntries(
    page!.choice.options.flatMap((option) => option.values.map(({ id, label }) => [label, id])),
  )
  shop = await listeningShop()
})
afterAll(() => shop.close())

const htmx = { 'HX-Request': 'true' }
const chosen = (size: string, glaze: string, shown = 'MUG-OAT-S') =>
  `/products/mug?sku=${shown}&option1=${values[glaze]}&option2=${values[size]}`

describe('the pages of the catalogue', () => {
  test('the home page and a category name what there is', async () => {
    const home = await shop.shopper().gets('/')
    expect(home.$('h1')).toHaveLength(1)
    expect(home.$('main').text()).toContain('Walnut bowl')
    const page = await shop.shopper().gets('/categories/kitchen')
    expect(page.status).toBe(200)
    expect(page.$('title').text()).toContain('2')
    expect((await shop.shopper().gets('/categories/attic')).status).toBe(404)
    expect((await shop.shopper().gets('/categories/kitchen?page=2')).status).toBe(404)
  })

  test('a page or an order that makes no sense is answered with the first page in the usual order', async () => {
    expect((await shop.shopper().gets('/categories/kitchen?page=-3&sort=;drop')).status).toBe(200)
  })

  test('every page speaks German under /de', async () => {
    const page = await shop.shopper().gets('/de/products/bowl')
    expect(page.$('html').attr('lang')).toBe('de')
    expect(page.heading()).toBe('Walnussschale')
  })

  test('a search finds, and says so when there is nothing', async () => {
    const found = await shop.shopper().gets('/search?q=walnut')
    expect(found.$('main').text()).toContain('Walnut bowl')
    const none = await shop.shopper().gets('/search?q=zeppelin')
    expect(none.status).toBe(200)
    expect(none.$('main').text()).toContain('zeppelin')
    expect((await shop.shopper().gets('/search')).status).toBe(200)
  })

  test('a SKU in the search field leads to its product', async () => {
    const answer = await shop.ask('/de/search?q=mug-ink-l')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/de/products/mug?sku=MUG-INK-L'])
  })

  test('a product that is unknown or not published is not found', async () => {
    await offer(plain('secret', { published: false }))
    expect((await shop.ask('/products/secret')).status).toBe(404)
    expect((await shop.ask('/products/nothing')).status).toBe(404)
  })
})

describe('choosing a variant', () => {
  test('without script, leads to the address of the variant', async () => {
    const answer = await shop.ask(`${chosen('Large', 'Oat')}&quantity=2`)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/products/mug?sku=MUG-OAT-L&quantity=2',
    ])
    const page = await shop.shopper().gets(chosen('Large', 'Oat'))
    expect(page.$('input[name=sku]').attr('value')).toBe('MUG-OAT-L')
  })

  test('with htmx, answers with the choice alone and its address', async () => {
    const answer = await shop.ask(chosen('Large', 'Oat'), htmx)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('HX-Replace-Url')).toBe('/products/mug?sku=MUG-OAT-L')
    expect(html).toContain('id="choice"')
    expect(html).not.toContain('<html')
    expect(html).toContain('€24.00')
  })

  test('what is not made gives way to what was chosen last', async () => {
    const inkWhereSmallWas = await shop.ask(chosen('Small', 'Ink', 'MUG-OAT-S'))
    expect(inkWhereSmallWas.headers.get('location')).toBe('/products/mug?sku=MUG-INK-L')
    const smallWhereInkWas = await shop.ask(chosen('Small', 'Ink', 'MUG-INK-L'))
    expect(smallWhereInkWas.headers.get('location')).toBe('/products/mug?sku=MUG-OAT-S')
  })

  test('a SKU that is not of the product shows the first one that can be bought', async () => {
    const page = await shop.shopper().gets('/products/mug?sku=BOWL')
    expect(page.$('input[name=sku]').attr('value')).toBe('MUG-OAT-S')
  })
})
