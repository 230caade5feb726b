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

test.each([
  '/',
  '/de',
  '/search?q=mug',
  '/accessibility',
  '/basket',
  '/checkout',
  '/nowhere',
  '/products/nothing',
  '/assets/nothing.css',
  '/robots.txt',
])('%s runs our own files and nothing else', async (path) => {
  const { headers } = await shop.get(path)
  const policy = policyOf(headers)
  expect(policy['default-src']).toBe("'none'")
  expect(policy['script-src']).toBe("'self'")
  expect(policy['style-src']).toBe("'self'")
  expect(policy['frame-ancestors']).toBe("'none'")
  expect(policy['base-uri']).toBe("'none'")
  expect(policy['form-action']).toMatch(/^'self' \S+$/)
  expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe-|\*|nonce-/)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('same-origin')
  expect(headers.get('X-Powered-By')).toBeNull()
})

test.each([
  ['a page of ours', { 'Sec-Fetch-Site': 'same-origin' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['a browser that tells only its origin', { Origin: 'own' }],
  ['a program, which tells nothing', {}],
])('a form from %s is taken', async (_who, headers) => {
  expect((await sendsForm(headers)).status).toBe(303)
})

test.each([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['another host of our domain', { 'Sec-Fetch-Site': 'same-site' }],
  ['another site that claims our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'own' }],
  ['another origin', { Origin: 'https://evil.example' }],
  ['our host at another port', { Origin: 'http://127.0.0.1:1' }],
  ['our host without encryption, or with it', { Origin: 'https://127.0.0.1' }],
  ['nowhere, as a sandboxed frame says', { Origin: 'null' }],
])('a form from %s is refused, and changes nothing', async (_who, headers) => {
  const answer = await sendsForm(headers)
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('reading is open to links from anywhere', async () => {
  expect((await shop.get('/accessibility', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(200)
})

test('the same address as page and as fragment is not mixed up by caches', async () => {
  const { headers } = await shop.get('/')
  expect(headers.get('Vary')).toContain('HX-Request')
  expect(headers.get('Cache-Control')).toMatch(/^private/)
})

function sendsForm(headers: Record<string, string | undefined>) {
  const sent = Object.entries(headers).map(([name, value]) => [name, value === 'own' ? shop.url : value!])
  return shop.post('/preferences', { currency: 'GBP' }, Object.fromEntries(sent))
}

function policyOf(headers: Headers): Record<string, string> {
  const directives = (headers.get('Content-Security-Policy') ?? '').split(';')
  return Object.fromEntries(directives.map((directive) => directive.trim().split(/ (.*)/, 2)))
}
