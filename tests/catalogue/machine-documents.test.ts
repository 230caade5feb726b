import { load } from 'cheerio'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { googleFeed } from '../../src/catalogue/google-feed.ts'
import { sitemap, sitemapPart } from '../../src/catalogue/sitemap.ts'
import { MOST_PAGES } from '../../src/catalogue/sitemap-parts.ts'
import { rows } from '../../src/platform/database.ts'
import { copy } from './copies.ts'
import { category, emptyCatalogue, inEnglish, mug, offer, plain, price, statementsOf } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
let browser: Browser
beforeAll(async () => {
  shop = await listeningShop()
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})
beforeEach(async () => {
  await emptyCatalogue()
  await category('cups', await category('kitchen'))
})

/** What a strict reader of XML has to say against the document. */
async function faultsIn(xml: string): Promise<string> {
  const page = await browser.newPage()
  const parse = `(xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? ''`
  const faults = await page.evaluate<string>(`(${parse})(${JSON.stringify(xml)})`)
  await page.close()
  return faults
}

async function read(path: string) {
  const answer = await shop.ask(path)
  const xml = await answer.text()
  return { status: answer.status, headers: answer.headers, xml, $: load(xml, { xml: true }) }
}

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function partOf(name: string): Promise<string | undefined> {
  const part = await sitemapPart(name)
  return part && all(part)
}

const nasty = 'Salt & <pepper> "mill"\u0001\u{1F9C2}'

describe('the sitemap', () => {
  test('names every page in every language, with its translations and its last change', async () => {
    await offer(mug())
    await offer(plain('hidden', { published: false }))
    await offer(plain('gone', { published: new Date(2020, 1, 1), withdrawn: new Date(2021, 1, 1) }))
    const { status, headers, xml, $ } = await read('/sitemap.xml')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/xml'])
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
    expect(await faultsIn(xml)).toBe('')
    const paths = $('url > loc')
      .toArray()
      .map((loc) => new URL($(loc).text()).pathname)
    expect(paths.filter((path) => !path.startsWith('/de'))).toEqual([
      '/',
      '/accessibility',
      '/categories/kitchen',
      '/categories/kitchen/cups',
      '/products/mug',
    ])
    expect(paths).toHaveLength(10)
    const german = $('url').filter((_index, url) => $(url).find('loc').text().endsWith('/de/products/mug'))
    expect(
      german
        .find('xhtml\\:link')
        .toArray()
        .map((link) => $(link).attr('hreflang')),
    ).toEqual(['en', 'de', 'x-default'])
    expect(Date.parse(german.find('lastmod').text())).toBeGreaterThan(Date.now() - 60_000)
  })

  test('is compressed for those who can read it so, and named in robots.txt', async () => {
    const answer = await shop.ask('/sitemap.xml', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(await answer.text()).toContain('<urlset')
    expect((await read('/sitemap-shop.xml')).$('url')).toHaveLength(8)
    expect((await read('/sitemap-7.xml')).status).toBe(404)
    const robots = await (await shop.ask('/robots.txt')).text()
    expect(robots).toMatch(/^Sitemap: http.+\/sitemap\.xml$/m)
    expect(robots).toContain('Disallow: /de/categories/*?\n')
  })

  test('is a list of parts where one file may not hold it, and a product never moves between them', async () => {
    const { id } = await offer(plain('bowl'))
    await rows('select setval(pg_get_serial_sequence($table, $column), $last)', {
      table: 'catalogue.products',
      column: 'id',
      last: 2 * MOST_PAGES,
    })
    await copy(id, 1, MOST_PAGES)
    const index = await all(sitemap())
    expect(await faultsIn(index)).toBe('')
    const names = [...index.matchAll(/<loc>.+?\/(sitemap-\w+\.xml)<\/loc>/g)].map(([, name]) => name)
    expect(names).toEqual(['sitemap-shop.xml', 'sitemap-1.xml', 'sitemap-3.xml'])
    const addressesIn = async (name: string) => (await partOf(name))?.match(/<url>/g)?.length
    expect(await addressesIn('1')).toBe(2)
    expect(await addressesIn('3')).toBe(2 * MOST_PAGES)
    expect(await addressesIn('shop')).toBe(8)
    expect((await partOf('3'))!.length).toBeLessThan(50 * 1024 * 1024)
    for (const none of ['2', '4', '0', '01', 'x']) expect(await sitemapPart(none)).toBeUndefined()
  }, 120_000)

  test('takes as many statements for thousands of products as for ten', async () => {
    const { id } = await offer(plain('bowl'))
    await copy(id, 1, 9)
    const whole = () => all(sitemap())
    const part = async () => all((await sitemapPart('1'))!)
    const among10 = [await statementsOf(whole), await statementsOf(part)]
    await copy(id, 10, 4_000)
    expect([await statementsOf(whole), await statementsOf(part)]).toEqual(among10)
  })
})

describe('the feed for product searches', () => {
  const items = async (path = '/feeds/google.xml') => {
    const { xml, $ } = await read(path)
    expect(await faultsIn(xml)).toBe('')
    return $('item')
      .toArray()
      .map(
        (item) => (name: string) =>
          $(item)
            .children(`g\\:${name}`)
            .toArray()
            .map((each) => $(each).text()),
      )
  }

  test('has an item for each variant on show, with all that is asked of one', async () => {
    const picture = (letter: string) => ({
      stored: { key: letter.repeat(32), width: 600, height: 400, colour: '#112233' },
      alt: { en: letter },
    })
    const [first, ...others] = mug().variants
    const barcoded = { ...first!, barcode: '4006381333931', picture: 1 }
    const taxonomy = 'Home & Garden > Kitchen & Dining'
    await offer(
      mug({
        ...{ categoryId: 2, taxonomy, pictures: [picture('a'), picture('b')] },
        variants: [barcoded, ...others],
      }),
    )
    await offer(plain('hidden', { published: false }))
    const found = await items('/de/feeds/google.xml')
    expect(found).toHaveLength(3)
    const oatSmall = found.find((item) => item('id')[0] === 'MUG-OAT-S')
    const inkLarge = found.find((item) => item('id')[0] === 'MUG-INK-L')
    expect(oatSmall!('title')).toEqual(['Alltagsbecher, Hafer, Klein'])
    expect(oatSmall!('link')[0]).toMatch(/\/de\/products\/mug\?sku=MUG-OAT-S$/)
    expect(oatSmall!('image_link')[0]).toContain('b'.repeat(32))
    expect(oatSmall!('additional_image_link')[0]).toContain('a'.repeat(32))
    expect(oatSmall!('gtin')).toEqual(['4006381333931'])
    expect(oatSmall!('identifier_exists')).toEqual([])
    expect(oatSmall!('item_group_id')).toEqual(['mug'])
    expect(oatSmall!('product_type')).toEqual(['kitchen (de) > cups (de)'])
    expect(oatSmall!('google_product_category')).toEqual([taxonomy])
    expect([oatSmall!('color'), oatSmall!('size')]).toEqual([['Hafer'], ['Klein']])
    expect([oatSmall!('shipping_weight'), oatSmall!('condition')]).toEqual([['300 g'], ['new']])
    expect(inkLarge!('identifier_exists')).toEqual(['no'])
  })

  test('survives whatever people write, and shortens what is too long at a word', async () => {
    await offer(
      plain('mill', {
        title: { en: `${nasty} ${'very '.repeat(40)}long` },
        description: {
          en: `<p>For <strong>salt</strong>, &amp; pepper.</p><p>${nasty.replaceAll('<', '')}</p>`,
        },
      }),
    )
    const [mill] = await items()
    expect(mill!('title')[0]).toMatch(/^Salt & <pepper> "mill"\u{1F9C2} very .+ very…$/u)
    expect(mill!('title')[0]!.length).toBeLessThanOrEqual(150)
    expect(mill!('description')[0]).toMatch(/^For salt, & pepper\. Salt/)
  })

  test('says of a price that was higher what it was, and until when it is lower', async () => {
    const [from, until] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
    const variant = (sku: string, ...prices: object[]) => ({
      variants: [{ sku, weightGrams: 1, values: [], prices: prices as ReturnType<typeof price>[] }],
    })
    await offer(plain('reduced', variant('A', { ...price(1000), compareAt: 1500 })))
    await offer(
      plain('for-a-time', variant('B', price(1500), { ...price(900), compareAt: 1500, from, until })),
    )
    await offer(plain('yen', variant('C', price(900, 'JPY'))), 0)
    const [reduced, forATime, ...none] = await items()
    expect(none).toEqual([])
    expect([reduced!('price'), reduced!('sale_price')]).toEqual([['15.00 EUR'], ['10.00 EUR']])
    expect(reduced!('sale_price_effective_date')).toEqual([])
    expect([forATime!('price'), forATime!('sale_price')]).toEqual([['15.00 EUR'], ['9.00 EUR']])
    expect(forATime!('sale_price_effective_date')).toEqual([`${from.toISOString()}/${until.toISOString()}`])
    const [yen] = await items('/feeds/google.xml?currency=JPY')
    expect([yen!('price'), yen!('availability')]).toEqual([['900 JPY'], ['out_of_stock']])
  })

  test('takes one statement for each thousand variants, and none of them twice', async () => {
    const { id } = await offer(plain('bowl'))
    await copy(id, 1, 9)
    const pieces = () => all(googleFeed(inEnglish))
    expect(await statementsOf(pieces)).toBe(1)
    await copy(id, 10, 2_999)
    let feed = ''
    const statements = await statementsOf(async () => {
      feed = await pieces()
    })
    expect(statements).toBe(4)
    const ids = [...feed.matchAll(/<g:id>(.+?)<\/g:id>/g)].map(([, sku]) => sku)
    expect(ids).toHaveLength(3_000)
    expect(new Set(ids).size).toBe(3_000)
  })
})
