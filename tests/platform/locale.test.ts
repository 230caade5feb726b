import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressIn, formatsOf, inLocale, localePrefix } from '../../src/platform/locale.ts'

const app = express()
app.use(localePrefix)
app.use((req, res) => res.json({ locale: req.locale, url: req.url, basket: req.addressTo('/basket') }))
const server = app.listen(0)
let port: number

beforeAll(() => {
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

test.each([
  ['/', 'en', '/'],
  ['/basket', 'en', '/basket'],
  ['/de', 'de', '/'],
  ['/de/', 'de', '/'],
  ['/de?q=1', 'de', '/?q=1'],
  ['/de/basket?q=1', 'de', '/basket?q=1'],
  ['/de/products/de', 'de', '/products/de'],
  ['/design', 'en', '/design'],
  ['/de-luxe', 'en', '/de-luxe'],
  ['/search?q=/de/', 'en', '/search?q=/de/'],
  ['/en/basket', 'en', '/en/basket'],
  ['/DE/basket', 'en', '/DE/basket'],
])('%s is in %s at %s', async (address, locale, url) => {
  expect(await asked(address)).toMatchObject({ locale, url })
})

test.each([
  ['//evil.example/', 'en', '/evil.example/'],
  ['/de//evil.example/', 'de', '/evil.example/'],
  ['/de///evil.example/', 'de', '/evil.example/'],
  ['/\\evil.example/', 'en', '/evil.example/'],
  ['/de/\\evil.example/', 'de', '/evil.example/'],
])('%s does not pass for an address of another host', async (address, locale, url) => {
  expect(await asked(address)).toMatchObject({ locale, url })
})

test('an address stays in the language of the page', async () => {
  expect(await asked('/design')).toMatchObject({ basket: '/basket' })
  expect(await asked('/de/design')).toMatchObject({ basket: '/de/basket' })
  expect(addressIn('de', '/')).toBe('/de')
  expect(addressIn('de', '/search?q=a')).toBe('/de/search?q=a')
  expect(addressIn('en', '/search?q=a')).toBe('/search?q=a')
})

test('a text that a language lacks is given in English', () => {
  expect(inLocale({ en: 'Mug', de: 'Becher' }, 'de')).toBe('Becher')
  expect(inLocale({ en: 'Mug' }, 'de')).toBe('Mug')
  expect(inLocale({ en: 'Mug', de: '' }, 'de')).toBe('Mug')
})

test('dates are those of the shop, wherever it runs', () => {
  const newYear = '2026-12-31T23:30:00Z'
  expect(formatsOf('en').date(newYear)).toMatch(/1 Jan/)
  expect(formatsOf('de').moment(newYear)).toMatch(/1\. Januar 2027.*00:30/)
})

/** Asks for an address exactly as it is written, which fetch would tidy up first. */
function asked(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let answer = ''
    connect(port, '127.0.0.1')
      .on('data', (chunk) => (answer += chunk))
      .on('end', () => resolve(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))))
      .on('error', reject)
      .end(`GET ${address} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n`)
  })
}
