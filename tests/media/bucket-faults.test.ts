import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { storePhotograph } from '../../src/media/index.ts'
import { Unavailable } from '../../src/platform/errors.ts'
import { listening, silence } from '../support/house/listening.ts'
import { bucketAt, localBucket } from './local-bucket.ts'
import { uploadApp } from './upload-app.ts'

const PATIENCE_MS = 300
const key = `${'0'.repeat(32)}/320.webp`
const deps = createDeps()
afterAll(deps.close)

const forbidden: RequestListener = (req, res) => {
  req.resume()
  res.writeHead(403, { 'Content-Type': 'application/xml' })
  res.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>')
}
const slow: RequestListener = (req, res) => {
  req.resume()
  void setTimeout(5 * PATIENCE_MS).then(() => res.writeHead(200).end())
}
const failing: RequestListener = (req, res) => {
  req.resume()
  res.writeHead(500).end()
}

/** Five ways in which a bucket is of no use, each behind an address of its own. */
const faults: Record<string, () => Promise<{ url: string } & AsyncDisposable>> = {
  'is down': async () => ({ url: 'http://127.0.0.1:9', [Symbol.asyncDispose]: async () => {} }),
  'says nothing': async () => {
    const silent = await silence()
    return {
      url: `http://127.0.0.1:${silent.port}`,
      [Symbol.asyncDispose]: async () => silent[Symbol.asyncDispose](),
    }
  },
  'answers too late': () => listening(slow),
  'forbids us': () => listening(forbidden),
  'is out of order': () => listening(failing),
}

describe.each(Object.entries(faults))('a bucket that %s', (_how, open) => {
  test('fails in time and says which, takes no upload, and leaves the pages as they are', async () => {
    await using amazon = await open()
    const store = bucketAt(amazon.url, 'pictures', PATIENCE_MS)
    const asked = [
      () => store.put(key, Buffer.from('x'), 'image/webp'),
      () => store.has(key),
      () => store.get(key),
      () => store.remove(key),
    ]
    for (const ask of asked) {
      const began = performance.now()
      const fault = await ask().catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(Unavailable)
      expect((fault as Error).message).toBe('The bucket pictures is out of reach')
      expect((fault as Error).cause).toBeInstanceOf(Error)
      expect(performance.now() - began).toBeLessThan(2_500)
    }
    const master = sharp({ create: { width: 400, height: 300, channels: 3, background: '#336655' } })
    const bytes = await master.png().toBuffer()
    await expect(storePhotograph(store, bytes)).rejects.toThrow('out of reach')

    await using staff = await listening(uploadApp(store))
    const body = new FormData()
    body.append('title', 'A mug')
    body.append('pictures', new File([new Uint8Array(bytes)], 'mug.png'))
    expect((await fetch(`${staff.url}/pictures`, { method: 'POST', body })).status).toBe(503)

    await using shop = await listening(createApp({ ...deps, media: store }))
    const [page, picture] = await Promise.all([shop.get('/accessibility'), shop.get(`/media/${key}`)])
    expect(page.status).toBe(200)
    expect(picture.status).toBe(503)
    expect(picture.headers.get('retry-after')).not.toBeNull()
    expect(picture.headers.get('cache-control') ?? '').not.toContain('immutable')
    expect(picture.headers.get('etag')).not.toContain(key)
  })
})

test('an answer that stops half-way is broken off, so that nobody keeps half a picture', async () => {
  const headers = {
    'Content-Type': 'image/webp',
    'Content-Length': '1000',
    'Last-Modified': new Date(0).toUTCString(),
  }
  await using amazon = await listening((req, res) => {
    res.writeHead(200, headers)
    if (req.method === 'HEAD') res.end()
    else res.write(Buffer.alloc(500), async () => res.destroy(await setTimeout(50)))
  })
  const store = bucketAt(amazon.url)
  await expect(buffer((await store.get(key))!)).rejects.toThrow()
  await using shop = await listening(createApp({ ...deps, media: store }))
  const answer = await shop.get(`/media/${key}`)
  expect(answer.headers.get('content-length')).toBe('1000')
  await expect(answer.arrayBuffer()).rejects.toThrow()
})

test('an answer that stands still half-way is given up', async () => {
  await using amazon = await listening((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': '1000' }).write(Buffer.alloc(500))
  })
  const body = await bucketAt(amazon.url, 'pictures', PATIENCE_MS).get(key)
  await expect(buffer(body!)).rejects.toThrow()
})

test('who reads slowly may take longer than an answer may', async () => {
  await using amazon = await listening(async (_req, res) => {
    res.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': '1000' })
    for (let part = 0; part < 10; part += 1) {
      res.write(Buffer.alloc(100))
      await setTimeout(PATIENCE_MS / 4)
    }
    res.end()
  })
  const body = await bucketAt(amazon.url, 'pictures', PATIENCE_MS).get(key)
  expect(await buffer(body!)).toHaveLength(1000)
})

test('a bucket that is not there takes nothing', async () => {
  const bucket = await localBucket()
  const endpoint = process.env.AWS_ENDPOINT_URL_S3!
  const elsewhere = bucketAt(endpoint, 'elsewhere')
  await expect(elsewhere.put(key, Buffer.from('x'), 'image/webp')).rejects.toThrow(
    'elsewhere is out of reach',
  )
  await expect(elsewhere.get(key)).rejects.toThrow('elsewhere is out of reach')
  await bucket.close()
})

test('what is put may be kept for ever by a delivery network in front', async () => {
  const bucket = await localBucket()
  await bucket.store.put(key, Buffer.from('x'), 'image/webp')
  let put: Record<string, unknown> = {}
  await using amazon = await listening((req, res) => {
    put = req.headers
    req.resume().on('end', () => res.end())
  })
  await bucketAt(amazon.url).put(key, Buffer.from('x'), 'image/webp')
  expect(put).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'image/webp',
    'content-length': '1',
  })
  expect(Object.keys(put).filter((name) => name.includes('checksum') || name === 'x-amz-acl')).toEqual([])
  await bucket.close()
})
