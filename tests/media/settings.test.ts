import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

// The settings are read when the shop is loaded, and so it is loaded only after they are made.
process.env.MEDIA_BUCKET = 'pictures'
process.env.AWS_ENDPOINT_URL_S3 = 'http://127.0.0.1:9'
process.env.MEDIA_BASE_URL = 'https://pictures.example/shop/'
const { openMediaStore, pictureOf } = await import('../../src/media/index.ts')
const { securityHeaders } = await import('../../src/platform/security.ts')
const { listening } = await import('../support/house/listening.ts')
const { smallApp } = await import('../support/house/small-app.ts')
const { localBucket } = await import('./local-bucket.ts')
const bucket = await localBucket()
afterAll(() => bucket.close())

test('a bucket in the settings is where pictures are kept, wherever it stands', async () => {
  const store = openMediaStore()
  await store.put('aa/320.webp', Buffer.from('the bytes'), 'image/webp')
  expect(await buffer((await bucket.store.get('aa/320.webp'))!)).toEqual(Buffer.from('the bytes'))
})

test('pages point to the delivery network, and let nobody else show pictures', async () => {
  const stored = { key: 'k', width: 400, height: 500, colour: '#336655', alt: 'A mug' }
  const { src, sources } = pictureOf(stored)
  expect(src).toBe('https://pictures.example/shop/k/400.jpeg')
  expect(sources[0]).toEqual({
    type: 'image/avif',
    srcset: 'https://pictures.example/shop/k/320.avif 320w, https://pictures.example/shop/k/400.avif 400w',
  })
  await using shop = await listening(smallApp((app) => app.use(securityHeaders())))
  const policy = (await shop.get('/')).headers.get('content-security-policy')
  expect(policy).toContain("img-src 'self' data: https://pictures.example;")
})
