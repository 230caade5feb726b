import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { assetAddress } from '../../src/platform/assets.ts'
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

const text = ['shop.css', 'shop.js', 'logo.svg', 'favicon.svg']
const binary = ['figtree.woff2', 'fraunces.woff2']

test.each([...text, ...binary])('%s is named for its content, and can be kept for ever', async (name) => {
  const address = assetAddress(name)
  const { status, headers, body } = await asks(address, 'identity')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  expect(status).toBe(200)
  expect(address).toContain(`.${hash}.`)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['content-encoding']).toBeUndefined()
})

test.each(text)('%s is sent small to who can unpack it', async (name) => {
  const plain = await asks(assetAddress(name), 'identity')
  const brotli = await asks(assetAddress(name), 'gzip, deflate, br')
  const gzip = await asks(assetAddress(name), 'gzip')
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    vary: expect.stringContaining('Accept-Encoding'),
  })
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
})

test.each(binary)('%s is packed already, and sent as it is', async (name) => {
  expect((await asks(assetAddress(name), 'br, gzip')).headers['content-encoding']).toBeUndefined()
})

test.each([
  ['shop.css', 'text/css; charset=utf-8'],
  ['shop.js', 'text/javascript; charset=utf-8'],
  ['logo.svg', 'image/svg+xml'],
  ['figtree.woff2', 'font/woff2'],
])('%s says what it is', async (name, type) => {
  expect((await asks(assetAddress(name), 'identity')).headers['content-type']).toBe(type)
})

test('everything that a page and its stylesheet name is there', async () => {
  const $ = load(await (await shop.get('/accessibility')).text())
  const css = (await asks(assetAddress('shop.css'), 'identity')).body.toString()
  const named = [
    ...$('link[href^="/assets"]').map((_, element) => $(element).attr('href')),
    ...$('script[src^="/assets"]').map((_, element) => $(element).attr('src')),
    ...[...css.matchAll(/url\((\/assets\/[^)]+)\)/g)].map(([, address]) => address),
  ]
  expect(named.length).toBeGreaterThan(5)
  for (const address of new Set(named)) expect((await asks(address!, 'br')).status).toBe(200)
})

test('nothing else of the machine is there', async () => {
  for (const path of [
    '/assets/',
    '/assets/shop.css',
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
  ]) {
    expect((await asks(path, 'identity')).status).toBe(404)
  }
  expect(() => assetAddress('nothing.css')).toThrow('no static file "nothing.css"')
})

/** Asks without unpacking, which fetch would do. */
function asks(path: string, encodings: string) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request(shop.url, { path, headers: { 'Accept-Encoding': encodings } }, async (answer) => {
        const body = Buffer.concat(await answer.toArray())
        resolve({ status: answer.statusCode!, headers: answer.headers, body })
      })
        .on('error', reject)
        .end()
    },
  )
}
