import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoRules } from '../../src/commands/demo/pricing-rules.ts'
import { transaction } from '../../src/platform/database.ts'
import { saveRules } from '../../src/pricing/index.ts'
import { category, mug, offer, plain, price } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
const picture = {
  stored: { key: 'a'.repeat(32), width: 600, height: 400, colour: '#112233' },
  alt: { en: 'From the side' },
}

beforeAll(async () => {
  await category('kitchen')
  await offer(mug({ pictures: [picture] }))
  await offer(
    plain('bowl', {
      title: { en: '</script><script>alert(1)</script>' },
      pictures: [picture],
      variants: [
        { sku: 'BOWL', weightGrams: 1, values: [], barcode: '4006381333931', prices: [price(1250)] },
      ],
    }),
    0,
  )
  await transaction(async (tx) => {
    await saveRules(tx, demoRules)
  })
  shop = await listeningShop()
})
afterAll(() => shop.close())

// biome-ignore lint/suspicious/noExplicitAny: what others read has no type of ours
type Thing = Record<string, any>

async function thingsOn(path: string): Promise<Thing[]> {
  const page = await shop.shopper().gets(path)
  const blocks = page.$('script[type="application/ld+json"]').toArray()
  return blocks.flatMap((block) => JSON.parse(page.$(block).text()))
}

async function thing(path: string, type: string): Promise<Thing> {
  return (await thingsOn(path)).find((each) => each['@type'] === type)!
}

/** What Google asks of a merchant listing, and of the product in it; terms are referred to. */
function isListing(product: Thing, page: Thing[]) {
  expect(product).toMatchObject({
    name: expect.stringMatching(/\S/),
    image: [expect.stringMatching(/^https?:\/\/.+\.jpeg$/)],
    sku: expect.stringMatching(/\S/),
    offers: {
      '@type': 'Offer',
      price: expect.stringMatching(/^\d+\.\d\d$/),
      priceCurrency: 'EUR',
      availability: expect.stringMatching(/^https:\/\/schema\.org\/(InStock|OutOfStock)$/),
      itemCondition: 'https://schema.org/NewCondition',
      url: expect.stringContaining(`sku=${product.sku}`),
    },
  })
  const named = (reference: Thing) => page.find((each) => each['@id'] === reference['@id'])
  expect(named(product.offers.hasMerchantReturnPolicy)).toMatchObject({
    '@type': 'MerchantReturnPolicy',
    applicableCountry: 'DE',
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: 30,
  })
  expect(product.offers.shippingDetails).toHaveLength(2)
  for (const way of product.offers.shippingDetails) {
    expect(named(way)).toMatchObject({
      '@type': 'OfferShippingDetails',
      shippingRate: { value: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' },
      shippingDestination: { addressCountry: 'DE' },
      deliveryTime: { transitTime: { minValue: expect.any(Number), unitCode: 'DAY' } },
    })
  }
}

describe('what a page tells machines', () => {
  test('of a product in one version: what it is, costs and whether there is one', async () => {
    const things = await thingsOn('/products/bowl')
    const bowl = things.find((each) => each['@type'] === 'Product')!
    isListing(bowl, things)
    expect(bowl).toMatchObject({
      '@context': 'https://schema.org',
      brand: { '@type': 'Brand', name: 'Fixtures' },
      gtin: '4006381333931',
      offers: { price: '12.50', availability: 'https://schema.org/OutOfStock' },
    })
  })

  test('of a product in several: a group that varies by what can be chosen', async () => {
    const things = await thingsOn('/de/products/mug')
    const group = things.find((each) => each['@type'] === 'ProductGroup')!
    expect(group).toMatchObject({
      name: 'Alltagsbecher',
      productGroupID: 'mug',
      variesBy: ['https://schema.org/color', 'https://schema.org/size'],
    })
    expect(group.hasVariant).toHaveLength(3)
    for (const variant of group.hasVariant) isListing(variant, things)
    expect(group.hasVariant[0]).toMatchObject({
      name: 'Alltagsbecher, Hafer, Klein',
      color: 'Hafer',
      size: 'Klein',
      offers: { price: '20.00', availability: 'https://schema.org/InStock' },
    })
    expect(group.hasVariant[0].offers.url).toMatch(/\/de\/products\/mug\?sku=MUG-OAT-S$/)
  })

  test('nothing of what cannot be bought in the currency', async () => {
    const { html } = await shop.shopper().gets('/products/mug')
    expect(html).toContain('"ProductGroup"')
    const answer = await shop.ask('/products/mug', { cookie: 'preferences=USD.system' })
    expect(await answer.text()).not.toContain('"ProductGroup"')
  })

  test('never ends the element that it stands in', async () => {
    const { html } = await shop.shopper().gets('/products/bowl')
    expect(html).not.toContain('<script>alert')
    expect(load(html)('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0)
  })

  test('of the way to a page, and of the shop itself', async () => {
    const trail = await thing('/products/mug', 'BreadcrumbList')
    expect(trail.itemListElement.map(({ position, name, item }: Thing) => [position, name, item])).toEqual([
      [1, 'Home', expect.stringMatching(/^http.*\/$/)],
      [2, 'kitchen', expect.stringMatching(/^http.*\/categories\/kitchen$/)],
      [3, 'Everyday mug', undefined],
    ])
    const [home] = await thingsOn('/de')
    expect(home!['@graph'].map((each: Thing) => each['@type'])).toEqual(['OnlineStore', 'WebSite'])
    expect(home!['@graph'][1].potentialAction.target.urlTemplate).toMatch(
      /\/de\/search\?q=\{search_term_string\}$/,
    )
  })

  test('what a page shows of itself where its address is sent to somebody', async () => {
    const { $ } = await shop.shopper().gets('/de/products/mug?sku=MUG-INK-L')
    const property = (name: string) => $(`meta[property="${name}"]`).attr('content')
    expect(property('og:type')).toBe('product')
    expect(property('og:title')).toBe('Alltagsbecher')
    expect(property('og:image')).toMatch(/^http.+\/600\.jpeg$/)
    expect([property('og:locale'), property('og:locale:alternate')]).toEqual(['de_DE', 'en_GB'])
    expect([property('product:price:amount'), property('product:price:currency')]).toEqual(['26.00', 'EUR'])
    expect($('meta[name="twitter:card"]').attr('content')).toBe('summary_large_image')
    expect($('link[rel=canonical]').attr('href')).toMatch(/\/de\/products\/mug$/)
    expect(property('og:url')).toBe($('link[rel=canonical]').attr('href'))
  })
})
