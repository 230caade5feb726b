import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskMediaStore, pictureOf, storeDrawing, storePhotograph } from '../../src/media/index.ts'

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

  test('renders a large photograph for fine screens too', async () => {
    const { picture } = await storePhotograph(
      diskMediaStore(folder),
      await photograph(2000, 1000).jpeg().toBuffer(),
    )
    expect(pictureOf({ ...picture!, alt: '' }).sources[0]!.srcset.match(/\d+w/g)).toEqual([
      '320w',
      '640w',
      '960w',
      '1440w',
    ])
    expect(await readdir(join(folder, picture!.key))).toHaveLength(12)
    const widest = await sharp(join(folder, picture!.key, '1440.webp')).metadata()
    expect([widest.width, widest.height]).toEqual([1440, 720])
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
    [
      'a drawing of a stranger',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_what, bytes) => {
    expect(await storePhotograph(diskMediaStore(folder), bytes)).toEqual({ refused: 'no-picture' })
  })

  test('refuses half a picture', async () => {
    const half = Buffer.from('ffd8ffe000104a46494600', 'hex')
    expect(await storePhotograph(diskMediaStore(folder), half)).toEqual({ refused: 'damaged' })
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
