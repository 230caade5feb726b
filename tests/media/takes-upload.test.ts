import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { diskMediaStore } from '../../src/media/index.ts'
import { listening } from '../support/house/listening.ts'
import { photograph } from './pictures.ts'
import { type Told, uploadApp } from './upload-app.ts'

let folder: string
let shop: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'))
  process.env.TMPDIR = folder
  shop = await listening(uploadApp(diskMediaStore(join(folder, 'media'))))
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})
beforeEach(() => rm(join(folder, 'media'), { recursive: true, force: true }))

/** No upload has left anything behind but pictures. */
const leftOver = async () => (await readdir(folder)).filter((name) => name !== 'media')
const nothingIsLeft = () => vi.waitFor(async () => expect(await leftOver()).toEqual([]))

type Sent = { name: string; bytes: Buffer; type?: string; field?: string }

async function send(files: Sent[], fields: Record<string, string> = { title: 'A mug' }, path = '/pictures') {
  const form = new FormData()
  for (const { name, bytes, type = '', field = 'pictures' } of files)
    form.append(field, new File([new Uint8Array(bytes)], name, { type }))
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const answer = await fetch(shop.url + path, { method: 'POST', body: form })
  return { status: answer.status, ...((await answer.json()) as Told) }
}

test('takes pictures of every format, beside the fields, and renders them', async () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const
  const files = await Promise.all(
    formats.map(async (format, index) => ({
      name: `Große Tasse.${format}`,
      type: `image/${format}`,
      field: `picture-${index}`,
      bytes: await photograph(400, 300).toFormat(format, { effort: 1 }).toBuffer(),
    })),
  )
  const told = await send(files)
  expect(told).toMatchObject({ status: 201, title: 'A mug', sentences: [] })
  expect(told.pictures.map(({ field, width, height }) => [field, width, height])).toEqual(
    files.map(({ field }) => [field, 400, 300]),
  )
  for (const { key } of told.pictures) expect(await readdir(join(folder, 'media', key))).toHaveLength(6)
  await nothingIsLeft()
})

test('forgets everything that a file knows besides its pixels', async () => {
  const bytes = await photograph(400, 300)
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything() })
  const appended = Buffer.concat([bytes, Buffer.from('PK\x03\x04 a program of a stranger')])
  const { pictures } = await send([{ name: 'mug.jpg', bytes: appended, type: 'image/jpeg' }])
  const kept = join(folder, 'media', pictures[0]!.key)
  for (const name of await readdir(kept)) {
    const file = await readFile(join(kept, name))
    const { exif, xmp, icc, iptc } = await sharp(file).metadata()
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(file.toString('latin1')).not.toMatch(/Somebody|secret|of a stranger/)
  }
})

test('takes a file that does not say what it is, and a form without any', async () => {
  const bytes = await photograph(300, 300).png().toBuffer()
  expect(await send([{ name: 'blob', bytes }])).toMatchObject({ status: 201, pictures: [{ width: 300 }] })
  expect(await send([{ name: '', bytes: Buffer.alloc(0) }])).toMatchObject({ status: 201, pictures: [] })
  expect(await send([])).toMatchObject({ status: 201, pictures: [] })
})

test('says in the language of the person which file is refused and why, and keeps what was typed', async () => {
  const sound = await photograph(300, 300).png().toBuffer()
  const files = [
    { name: 'sound.png', bytes: sound },
    { name: '../../note.png', bytes: Buffer.from('no picture') },
  ]
  expect(await send(files)).toEqual({
    status: 422,
    title: 'A mug',
    pictures: [],
    sentences: [
      '“note.png” is not a JPEG, PNG, WebP, AVIF or GIF. Please save the picture in one of these formats and send that.',
    ],
  })
  const inGerman = await send(files, { title: 'Ein Becher' }, '/de/pictures')
  expect(inGerman.sentences).toEqual([expect.stringMatching(/^„note\.png“ ist kein JPEG/)])
})

test('stores nothing of a form that has other errors', async () => {
  const bytes = await photograph(300, 300).png().toBuffer()
  const told = await send([{ name: 'mug.png', bytes }], { title: '' })
  expect(told).toMatchObject({ status: 422, pictures: [] })
  expect(told.sentences).toHaveLength(1)
  await expect(readdir(join(folder, 'media'))).rejects.toThrow('ENOENT')
})

test('takes ten pictures at a time and no more', async () => {
  const bytes = await photograph(32, 32).png().toBuffer()
  const many = (count: number) => Array.from({ length: count }, () => ({ name: 'mug.png', bytes }))
  expect(await send(many(10))).toMatchObject({ status: 201 })
  expect(await send(many(11))).toMatchObject({
    status: 422,
    sentences: ['At most 10 pictures can be sent at a time. Please send the others afterwards.'],
  })
})

test('refuses files that are too large, alone or together, and keeps the fields of those that are read', async () => {
  const large = Buffer.concat([await photograph().jpeg().toBuffer(), Buffer.alloc(20 * 1024 * 1024)])
  const alone = await send([{ name: 'mug.jpg', bytes: large }])
  expect(alone).toMatchObject({
    status: 422,
    title: 'A mug',
    sentences: ['“mug.jpg” is larger than 20 MB. Please send a smaller copy.'],
  })
  const together = await send(Array(4).fill({ name: 'mug.jpg', bytes: large }))
  expect(together.sentences).toEqual([
    'The pictures together are larger than 60 MB. Please send fewer at a time, or smaller copies.',
  ])
  await nothingIsLeft()
})

const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
const opening = '--x\r\nContent-Disposition: form-data; name="pictures"; filename="mug.png"\r\n\r\n'

/** A request that is written by hand, piece by piece, as slowly or as carelessly as one likes. */
async function byHand(length: string) {
  const { hostname, port } = new URL(shop.url)
  const line = connect(Number(port), hostname)
  let heard = ''
  line.setEncoding('utf8').on('data', (text) => {
    heard += text
  })
  const say = (words: string | Buffer) => new Promise<unknown>((said) => line.write(words, said))
  const type = 'Content-Type: multipart/form-data; boundary=x'
  await say(`POST /pictures HTTP/1.1\r\nHost: ${hostname}\r\n${type}\r\n${length}\r\n\r\n`)
  return { line, say, hears: (words: string) => vi.waitFor(() => expect(heard).toContain(words), 5_000) }
}

test('answers before it has all of what it will not take', async () => {
  const { line, say, hears } = await byHand(`Content-Length: ${100 * 1024 * 1024}`)
  await say(opening)
  await hears('HTTP/1.1 422')
  line.destroy()
})

test('stops keeping what does not say how long it is, hears it out, and is there for the next request', async () => {
  const { line, say, hears } = await byHand('Transfer-Encoding: chunked')
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
  await say(chunk(Buffer.from(opening)))
  for (let index = 0; index < 100; index += 1) expect(await say(chunk(Buffer.alloc(1024 * 1024)))).toBeFalsy()
  await hears('larger than 60 MB')
  await say(`${chunk(Buffer.from('\r\n--x--\r\n'))}0\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n`)
  await hears('HTTP/1.1 404')
  line.destroy()
  await nothingIsLeft()
})

test('forgets what came from a person who has gone away', async () => {
  const { line, say } = await byHand('Content-Length: 1000000')
  await say(opening)
  await say(Buffer.alloc(100_000))
  await vi.waitFor(async () => expect(await leftOver()).toHaveLength(1))
  line.destroy()
  await nothingIsLeft()
})

test.each([
  ['no form with files', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }, 'title=A'],
  ['a form without a boundary', 400, { 'Content-Type': 'multipart/form-data' }, opening],
  ['a form that ends too early', 400, multipart, `${opening}half a`],
  ['a header that is none', 400, multipart, '--x\r\n\u0000: 1\r\n\r\n--x--\r\n'],
  [
    'a field without end',
    413,
    multipart,
    `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'a'.repeat(70_000)}\r\n--x--\r\n`,
  ],
  [
    'fields without end',
    413,
    multipart,
    `${Array.from({ length: 200 }, (_, index) => `--x\r\nContent-Disposition: form-data; name="a${index}"\r\n\r\n1\r\n`).join('')}--x--\r\n`,
  ],
])('does not read %s', async (_what, status, headers, body) => {
  const answer = await fetch(`${shop.url}/pictures`, { method: 'POST', headers, body })
  expect(answer.status).toBe(status)
  await nothingIsLeft()
})

test('a field named like a part of every object is a field', async () => {
  const told = await send([], { __proto__: 'x', constructor: 'y', title: 'A mug' })
  expect(told).toMatchObject({ status: 201, title: 'A mug' })
})
