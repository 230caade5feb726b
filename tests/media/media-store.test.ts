import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskMediaStore, type MediaStore } from '../../src/media/index.ts'
import { localBucket } from './local-bucket.ts'

const MEGABYTE = 1024 * 1024
const bytes = Buffer.from('the bytes of a picture')

async function localFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'media-'))
  return { store: diskMediaStore(folder), close: () => rm(folder, { recursive: true }) }
}

/** Twelve megabytes, each of its own number, of which nobody knows beforehand how many come. */
async function* megabytes(count = 12, fault?: Error) {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(MEGABYTE, index)
  if (fault) throw fault
}

describe.each([
  ['a folder', localFolder],
  ['a bucket', localBucket],
])('a media store in %s', (_name, open) => {
  let store: MediaStore
  let close: () => Promise<void>
  const read = async (key: string, range?: { start: number; end: number }) =>
    buffer((await store.get(key, range))!)

  beforeAll(async () => {
    ;({ store, close } = await open())
  })
  afterAll(() => close())

  test('gives back what was put, and says what it is', async () => {
    const before = Date.now()
    await store.put('aa/320.webp', bytes, 'image/webp')
    expect(await store.has('aa/320.webp')).toBe(true)
    const found = await store.find('aa/320.webp')
    expect(found).toMatchObject({ type: 'image/webp', bytes: bytes.length })
    expect(Math.abs(found!.modified.getTime() - before)).toBeLessThan(5_000)
    expect(await read('aa/320.webp')).toEqual(bytes)
  })

  test('gives a part, its first and last byte included', async () => {
    await store.put('parts/320.jpeg', bytes, 'image/jpeg')
    expect(String(await read('parts/320.jpeg', { start: 4, end: 8 }))).toBe('bytes')
    expect(String(await read('parts/320.jpeg', { start: 0, end: 2 }))).toBe('the')
    expect(String(await read('parts/320.jpeg', { start: 15, end: bytes.length - 1 }))).toBe('picture')
  })

  test('does not know what nobody has put', async () => {
    expect(await store.has('none/320.avif')).toBe(false)
    expect(await store.find('none/320.avif')).toBeUndefined()
    expect(await store.get('none/320.avif')).toBeUndefined()
    expect(await store.has('none')).toBe(false)
  })

  test('forgets what is removed, and what is gone may be removed again', async () => {
    await store.put('gone/320.avif', bytes, 'image/avif')
    await store.remove('gone/320.avif')
    expect(await store.has('gone/320.avif')).toBe(false)
    await expect(store.remove('gone/320.avif')).resolves.toBeUndefined()
  })

  test('takes nothing at all, and the mark of a seed', async () => {
    await store.put('seeds/0a1b', Buffer.alloc(0), 'text/plain')
    expect(await store.has('seeds/0a1b')).toBe(true)
    expect(await store.find('seeds/0a1b')).toMatchObject({ bytes: 0 })
  })

  test('takes a stream of unknown length, large or small', async () => {
    await store.put('stream/large.avif', Readable.from(megabytes()), 'image/avif')
    const kept = await read('stream/large.avif')
    expect(kept.length).toBe(12 * MEGABYTE)
    expect([0, 5, 11].map((index) => kept[index * MEGABYTE + 17])).toEqual([0, 5, 11])
    await store.put('stream/small.avif', Readable.from([bytes]), 'image/avif')
    expect(await read('stream/small.avif')).toEqual(bytes)
    expect(await store.find('stream/small.avif')).toMatchObject({ type: 'image/avif' })
  })

  test.each([1, 12])('keeps nothing of a stream that breaks off after %i MB', async (count) => {
    const key = `broken/${count}.avif`
    const source = Readable.from(megabytes(count, new Error('the line broke')))
    await expect(store.put(key, source, 'image/avif')).rejects.toThrow('the line broke')
    expect(await store.has(key)).toBe(false)
  })
})

test('a folder keeps no unfinished files, and nothing outside itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'media-'))
  const store = diskMediaStore(join(folder, 'inside'))
  const source = Readable.from(megabytes(1, new Error('the line broke')))
  await expect(store.put('aa/320.avif', source, 'image/avif')).rejects.toThrow('the line broke')
  for (const key of ['../320.avif', 'aa/../../320.avif', '/etc/passwd', 'aa//b', '', 'aa/.b'])
    await expect(store.put(key, bytes, 'image/avif')).rejects.toThrow('no key')
  expect(await readdir(folder, { recursive: true })).toEqual(['inside', 'inside/aa'])
  await rm(folder, { recursive: true })
})

test('a folder keeps one of two that are put at once, and keeps it whole', async () => {
  const { store, close } = await localFolder()
  const [one, other] = [Buffer.alloc(MEGABYTE, 1), Buffer.alloc(MEGABYTE, 2)]
  await Promise.all([one, other, one, other].map((body) => store.put('race/320.avif', body, 'image/avif')))
  const kept = await buffer((await store.get('race/320.avif'))!)
  expect(kept.equals(one) || kept.equals(other)).toBe(true)
  await close()
})
