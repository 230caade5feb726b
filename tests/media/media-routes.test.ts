import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { config } from '../../src/platform/config.ts'
import { listening } from '../support/house/listening.ts'
import { localBucket } from './local-bucket.ts'

const key = '0123456789abcdef0123456789abcdef'
const deps = createDeps()
afterAll(deps.close)

const folder = async () => ({ store: deps.media, close: async () => {} })

describe.each([
  ['a folder', folder],
  ['a bucket without a delivery network in front', localBucket],
])('GET /media/… from %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof localBucket>>
  let shop: Awaited<ReturnType<typeof listening>>
  let bytes: Buffer

  beforeAll(async () => {
    opened = (await open()) as typeof opened
    bytes = await sharp({ create: { width: 320, height: 320, channels: 3, background: '#336655' } })
      .webp()
      .toBuffer()
    await opened.store.put(`${key}/320.webp`, bytes, 'image/webp')
    await opened.store.put('secret.txt', Buffer.from('kept to ourselves'), 'text/plain')
    shop = await listening(createApp({ ...deps, media: opened.store }))
  })
  afterAll(async () => {
    await shop[Symbol.asyncDispose]()
    await opened.close()
  })

  test('gives a picture to be kept for ever, as what it is and nothing else', async () => {
    const answer = await shop.get(`/media/${key}/320.webp`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(bytes.length),
      'content-type': 'image/webp',
      'last-modified': expect.stringContaining('GMT'),
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
  })

  test('is not asked twice for what the other side has', async () => {
    const first = await shop.get(`/media/${key}/320.webp`)
    const again = { 'Cache-Control': 'max-age=0' }
    const tag = first.headers.get('etag')!
    const date = first.headers.get('last-modified')!
    const status = async (headers: Record<string, string>) =>
      (await shop.get(`/media/${key}/320.webp`, { ...again, ...headers })).status
    expect(await status({ 'If-None-Match': tag })).toBe(304)
    expect(await status({ 'If-Modified-Since': date })).toBe(304)
    expect(await status({ 'If-None-Match': '"another"' })).toBe(200)
  })

  test('answers HEAD with what it would give', async () => {
    const answer = await fetch(`${shop.url}/media/${key}/320.webp`, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  })

  test.each([
    ['bytes=0-3', 0, 4],
    ['bytes=-5', -5, undefined],
    ['bytes=8-', 8, undefined],
    ['bytes=4-999999', 4, undefined],
  ])('gives the part %s', async (range, start, end) => {
    const part = await shop.get(`/media/${key}/320.webp`, { Range: range })
    const expected = bytes.subarray(start, end)
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(expected)
    const first = start < 0 ? bytes.length + start : start
    expect(part.headers.get('content-range')).toBe(
      `bytes ${first}-${first + expected.length - 1}/${bytes.length}`,
    )
  })

  test('gives the whole for several parts, for a range in other units, and for a part of something else', async () => {
    const tag = (await shop.get(`/media/${key}/320.webp`)).headers.get('etag')!
    const status = async (headers: Record<string, string>) =>
      (await shop.get(`/media/${key}/320.webp`, headers)).status
    expect(await status({ Range: 'bytes=0-1,5-6' })).toBe(200)
    expect(await status({ Range: 'lines=0-1' })).toBe(200)
    expect(await status({ Range: 'bytes=0-1', 'If-Range': '"another"' })).toBe(200)
    expect(await status({ Range: 'bytes=0-1', 'If-Range': tag })).toBe(206)
  })

  test('refuses a part that is not there, and lets nobody remember that', async () => {
    const beyond = await shop.get(`/media/${key}/320.webp`, { Range: 'bytes=9999999-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
    expect(beyond.headers.get('cache-control') ?? '').not.toContain('immutable')
  })

  test.each([
    `/media/${key}/640.webp`,
    `/media/${key}`,
    `/media/${key}/`,
    '/media/secret.txt',
    `/media/${key}/..%2f..%2fsecret.txt`,
    `/media/${key}/%2e%2e/secret.txt`,
    `/media/..%2f..%2f..%2f..%2fetc%2fpasswd`,
    '/media//etc/passwd',
    `/media/${key}/320.webp%00.txt`,
    `/media/${key.toUpperCase()}/320.webp`,
  ])('does not know %s', async (path) => {
    const answer = await shop.get(path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable')
    expect(await answer.text()).not.toMatch(/kept to ourselves|root:/)
  })
})

test('a folder of that name is no picture', async () => {
  await mkdir(join(config.media.folder, key, '960.webp'), { recursive: true })
  await writeFile(join(config.media.folder, key, '960.webp', 'inside'), '')
  await using shop = await listening(createApp(deps))
  expect((await shop.get(`/media/${key}/960.webp`)).status).toBe(404)
})
