import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { diskMediaStore, storeDrawing, storePhotograph } from '../../src/catalogue/index.ts'
import { config } from '../../src/platform/config.ts'
import { listeningShop } from './listening-shop.ts'

const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336655' } })

describe('storing a picture', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('renders every width and format, and none larger than the master', async () => {
    const stored = await storePhotograph(diskMediaStore(folder), await photograph(700, 500).jpeg().toBuffer())
    if (stored.refused) throw new Error(stored.refused)
    expect(stored.picture).toMatchObject({ width: 700, height: 500 })
    const files = await readdir(join(folder, stored.picture.key))
    expect(files.sort()).toEqual(
      [320, 640, 700].flatMap((width) => ['avif', 'jpeg', 'webp'].map((f) => `${width}.${f}`)),
    )
    const { format, width, height } = await sharp(join(folder, stored.picture.key, '640.avif')).metadata()
    expect([format, width, height]).toEqual(['heif', 640, 457])
  })

  test('renders the same bytes once', async () => {
    const store = diskMediaStore(folder)
    const master = await photograph(400, 300).png().toBuffer()
    const first = await storePhotograph(store, master)
    const path = join(folder, first.picture!.key, '320.webp')
    const written = (await stat(path)).mtimeMs
    expect(await storePhotograph(store, master)).toEqual(first)
    expect((await stat(path)).mtimeMs).toBe(written)
  })

  test('stands a photograph upright and forgets where it was taken', async () => {
    const master = await photograph(600, 400)
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { picture } = await storePhotograph(diskMediaStore(folder), master)
    expect(picture).toMatchObject({ width: 400, height: 600 })
    const kept = await sharp(join(folder, picture!.key, '320.jpeg')).metadata()
    expect(kept).toMatchObject({ width: 320, height: 480 })
    expect(kept.exif).toBeUndefined()
  })

  test('finds the main colour, as it looks on paper where the picture lets it through', async () => {
    const { picture } = await storePhotograph(
      diskMediaStore(folder),
      await photograph(300, 300).png().toBuffer(),
    )
    expect(picture!.colour).toBe('#386858')
    const glass = sharp({ create: { width: 300, height: 300, channels: 4, background: '#0000' } })
    const clear = await storePhotograph(diskMediaStore(folder), await glass.png().toBuffer())
    expect(clear.picture!.colour).toMatch(/^#f/)
  })

  test.each([
    ['a text', Buffer.from('no picture at all')],
    ['half a picture', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    [
      'a drawing of a stranger',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_what, bytes) => {
    expect(await storePhotograph(diskMediaStore(folder), bytes)).toEqual({ refused: 'no-picture' })
  })

  test('refuses what is too large, in bytes and in pixels', async () => {
    const store = diskMediaStore(folder)
    const bomb = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await storePhotograph(store, bomb)).toEqual({ refused: 'too-many-pixels' })
    expect(await storePhotograph(store, Buffer.alloc(20 * 1024 * 1024 + 1))).toEqual({ refused: 'too-large' })
    expect(await readdir(folder)).toEqual([])
  })

  test('renders a drawing of our own at the size that it says', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="1200"><rect width="960" height="1200" fill="#a00"/></svg>'
    const stored = await storeDrawing(diskMediaStore(folder), svg)
    expect(stored).toMatchObject({ width: 960, height: 1200 })
    expect(await readdir(join(folder, stored.key))).toHaveLength(9)
  })
})

describe('GET /media/…', () => {
  const key = createHash('sha256').update('a key').digest('hex').slice(0, 32)
  let shop: Awaited<ReturnType<typeof listeningShop>>
  let bytes: Buffer

  beforeAll(async () => {
    await mkdir(join(config.media.folder, key), { recursive: true })
    bytes = await photograph(320, 320).webp().toBuffer()
    await writeFile(join(config.media.folder, key, '320.webp'), bytes)
    await writeFile(join(config.media.folder, 'secret.txt'), 'kept to ourselves')
    shop = await listeningShop()
  })
  afterAll(() => shop.close())

  test('gives a picture to be kept for ever, as what it is and nothing else', async () => {
    const answer = await shop.ask(`/media/${key}/320.webp`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    const again = await shop.ask(`/media/${key}/320.webp`, {
      'If-None-Match': answer.headers.get('etag')!,
      'Cache-Control': 'max-age=0',
    })
    expect(again.status).toBe(304)
  })

  test('gives a part that is asked for, and refuses one that is not there', async () => {
    const part = await shop.ask(`/media/${key}/320.webp`, { Range: 'bytes=0-3' })
    expect([part.status, await part.text()]).toEqual([206, 'RIFF'])
    const beyond = await shop.ask(`/media/${key}/320.webp`, { Range: 'bytes=9999999-' })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('cache-control')).not.toContain('immutable')
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
    const answer = await shop.ask(path)
    expect([400, 404]).toContain(answer.status)
    expect(await answer.text()).not.toMatch(/kept to ourselves|root:/)
  })
})
