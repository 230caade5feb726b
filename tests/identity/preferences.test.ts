import { load } from 'cheerio'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { listening } from '../support/house/listening.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  shop = await listening(createApp(deps))
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await deps.close()
})

test('a visitor chooses a currency and colours, and comes back to where they were', async () => {
  const answer = await prefers({ currency: 'JPY', theme: 'dark', back: '/de/search?q=tasse&page=2' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/de/search?q=tasse&page=2')

  const $ = load(await (await shop.get('/accessibility', { Cookie: cookieOf(answer) })).text())
  expect($('html').attr('data-theme')).toBe('dark')
  expect($('select[name=currency]').val()).toBe('JPY')
})

test('the form on a page leads back to that page', async () => {
  const $ = load(await (await shop.get('/de/search?q=a%26b')).text())
  expect($('form[action="/de/preferences"] input[name=back]').val()).toBe('/de/search?q=a%26b')
})

test('preferences are kept in the browser alone, out of the reach of scripts', async () => {
  const [cookie, ...others] = (await prefers({ currency: 'GBP', theme: 'light' })).headers.getSetCookie()
  expect(cookie).toMatch(/^preferences=GBP\.light; /)
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  expect(others).toEqual([])
})

test.each([
  { currency: 'XXX' },
  { currency: 'EUR', theme: 'pink' },
  {},
  { currency: 'EUR', back: 'x'.repeat(3_000) },
])('what cannot be preferred changes nothing: %j', async (fields) => {
  const answer = await prefers(fields)
  expect(answer.headers.get('Location')).toBe('/')
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('a cookie that somebody has made up counts as none', async () => {
  for (const value of ['', 'XXX.pink', '%', '.', 'EUR.dark.more; preferences=']) {
    const answer = await shop.get('/accessibility', { Cookie: `preferences=${value}` })
    expect(answer.status).toBe(200)
  }
})

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/a/..//\\evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'https:evil.example',
  'evil.example',
  'javascript:alert(1)',
  '',
])('nobody is sent to another host by %j', async (back) => {
  const answer = await prefers({ currency: 'EUR', back })
  expect(hostOf(answer)).toBe(new URL(shop.url).host)
})

test('nobody is sent to another host by anything', async () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    'a',
    'evil.example',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '\t',
    '\n',
    ' ',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const answer = await prefers({ currency: 'EUR', back: `/${parts.join('')}` })
      expect(hostOf(answer)).toBe(new URL(shop.url).host)
    }),
    { numRuns: 150 },
  )
})

function prefers(fields: Record<string, string>) {
  return shop.post('/preferences', fields)
}

/** Where a browser would go. */
function hostOf(answer: Response): string {
  return new URL(answer.headers.get('Location')!, shop.url).host
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
