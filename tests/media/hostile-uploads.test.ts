import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pace } from '../support/pace.ts'
import { gif, movingWebp, photograph, png, pngChunk, resized } from './pictures.ts'
import type { Told } from './upload-app.ts'

const MEGABYTE = 1024 * 1024
/** Of the processor's time, for a machine may have other things to do; by the clock it is five times as much. */
const PATIENCE_MS = 2_000 * pace()
const MEMORY = 200 * MEGABYTE

let folder: string
let receiver: ChildProcess
let url: string
let atRest: number

const heard = async <T>() => (await once(receiver, 'message'))[0] as T

/** What the receiving process takes of memory now and took at most, and how long the processor has worked for it. */
async function spent() {
  receiver.send('spent')
  return heard<{ now: number; most: number; milliseconds: number }>()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  const program = new URL('./upload-process.ts', import.meta.url)
  receiver = fork(program, [join(folder, 'media')], { execArgv: [], env: { ...process.env, TMPDIR: folder } })
  const { port } = await heard<{ port: number }>()
  url = `http://127.0.0.1:${port}/pictures`
  atRest = (await spent()).now
})
afterAll(async () => {
  receiver.kill()
  await rm(folder, { recursive: true })
})

const script = '<script>alert(document.cookie)</script>'
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}<image href="file:///etc/passwd"/></svg>`
const jpeg = () => photograph().jpeg().toBuffer()
const avif = () => photograph().avif({ effort: 0 }).toBuffer()
const scanned = async () => {
  const picture = await photograph(64, 64).jpeg({ progressive: true }).toBuffer()
  const scan = picture.subarray(picture.lastIndexOf(Buffer.from('ffda', 'hex')), -2)
  return Buffer.concat([picture.subarray(0, -2), ...Array(10_000).fill(scan), picture.subarray(-2)])
}

/** What a stranger sends: under which name and type, which bytes, and the sentence that says no. */
const hostile: [what: string, name: string, type: string, bytes: () => Promise<Buffer>, sentence: RegExp][] =
  [
    ['an SVG with a script', 'a.svg', 'image/svg+xml', async () => Buffer.from(svg), /is not a JPEG/],
    ['an SVG that calls itself PNG', 'a.png', 'image/png', async () => Buffer.from(svg), /is not a JPEG/],
    [
      'a page that calls itself JPEG',
      'a.jpg',
      'image/jpeg',
      async () => Buffer.from(`<html>${script}`),
      /is not a JPEG/,
    ],
    [
      'a program that calls itself GIF',
      'a.gif',
      'image/gif',
      async () => Buffer.from('MZ\x90\x00'),
      /is not a JPEG/,
    ],
    ['nothing', 'a.png', 'image/png', async () => Buffer.alloc(0), /is not a JPEG/],
    [
      'a picture and a page in one',
      'a.jpg',
      'image/jpeg',
      async () => Buffer.concat([await jpeg(), Buffer.from(script)]),
      /carries a web page or a program/,
    ],
    [
      'a picture and PHP in one',
      'a.png',
      'image/png',
      async () => png(9, 9, Buffer.alloc(18), pngChunk('tEXt', Buffer.from('a\0<?php system("id")'))),
      /carries a web page or a program/,
    ],
    [
      'a script that begins like a GIF',
      'a.gif',
      'image/gif',
      async () => Buffer.from('GIF89a/*\x01\x01*/=alert(1)//;'),
      /is damaged/,
    ],
    [
      'a PNG that is called JPEG',
      'a.jpg',
      'image/jpeg',
      () => photograph().png().toBuffer(),
      /is called one thing and is another: its content is PNG/,
    ],
    ['a JPEG that is called a page', 'a.html', 'text/html', jpeg, /its content is JPEG/],
    ['a JPEG that is declared as a page', 'a.jpg', 'text/html', jpeg, /its content is JPEG/],
    [
      'a PNG of 2.5 billion pixels',
      'a.png',
      'image/png',
      async () => png(50_000, 50_000, Buffer.alloc(10)),
      /more than 50 million pixels/,
    ],
    [
      'a sound PNG of 144 million pixels',
      'a.png',
      'image/png',
      async () => png(12_000, 12_000, Buffer.alloc(12_000 * 1_501)),
      /more than 50 million pixels/,
    ],
    [
      'a JPEG of 4 billion pixels',
      'a.jpg',
      'image/jpeg',
      async () => resized(await jpeg(), Buffer.from('0801900258', 'hex'), Buffer.from('08ffdcffdc', 'hex')),
      /more than 50 million pixels/,
    ],
    [
      'a JPEG that promises 49 million pixels',
      'a.jpg',
      'image/jpeg',
      async () => resized(await jpeg(), Buffer.from('0801900258', 'hex'), Buffer.from('081b581b58', 'hex')),
      /is damaged/,
    ],
    [
      'an AVIF of 900 million pixels',
      'a.avif',
      'image/avif',
      async () =>
        resized(await avif(), Buffer.from('0000025800000190', 'hex'), Buffer.from('0000753000007530', 'hex')),
      /more than 16 million pixels/,
    ],
    [
      'an AVIF of 49 million pixels, which would take 900 MB',
      'a.avif',
      'image/avif',
      async () =>
        resized(await avif(), Buffer.from('0000025800000190', 'hex'), Buffer.from('00001b5800001b58', 'hex')),
      /more than 16 million pixels/,
    ],
    [
      'a GIF of 5,000 frames',
      'a.gif',
      'image/gif',
      async () => gif(5_000, 1_000),
      /more than 50 million pixels/,
    ],
    [
      'a GIF of 900,000 frames',
      'a.gif',
      'image/gif',
      async () => gif(900_000, 8),
      /more than 50 million pixels/,
    ],
    [
      'a WebP of 2,000 frames',
      'a.webp',
      'image/webp',
      () => movingWebp(2_000, 4_000),
      /more than 50 million pixels/,
    ],
    ['a JPEG of 10,000 scans', 'a.jpg', 'image/jpeg', scanned, /is damaged/],
    ['half a JPEG', 'a.jpg', 'image/jpeg', async () => half(await jpeg()), /is damaged/],
    ['half a PNG', 'a.png', 'image/png', async () => half(await photograph().png().toBuffer()), /is damaged/],
    [
      'half a WebP',
      'a.webp',
      'image/webp',
      async () => half(await photograph().webp().toBuffer()),
      /is damaged/,
    ],
    ['half an AVIF', 'a.avif', 'image/avif', async () => half(await avif()), /is damaged/],
    ['half a GIF', 'a.gif', 'image/gif', async () => half(await photograph().gif().toBuffer()), /is damaged/],
    [
      'a file of 30 MB',
      'a.jpg',
      'image/jpeg',
      async () => Buffer.concat([await jpeg(), Buffer.alloc(30 * MEGABYTE)]),
      /larger than 20 MB/,
    ],
    [
      'a file of 100 MB',
      'a.jpg',
      'image/jpeg',
      async () => Buffer.concat([await jpeg(), Buffer.alloc(100 * MEGABYTE)]),
      /together are larger than 60 MB/,
    ],
  ]

test.each(hostile)(
  '%s is refused with a sentence, in time and in memory',
  async (_what, name, type, bytes, sentence) => {
    const body = new FormData()
    body.append('title', 'A mug')
    body.append('pictures', new File([new Uint8Array(await bytes())], name, { type }))
    const before = await spent()
    const began = performance.now()
    const answer = await fetch(url, { method: 'POST', body })
    const told = (await answer.json()) as Told
    const after = await spent()
    expect(performance.now() - began).toBeLessThan(5 * PATIENCE_MS)
    expect(after.milliseconds - before.milliseconds).toBeLessThan(PATIENCE_MS)
    expect(after.most - atRest).toBeLessThan(MEMORY)
    expect(answer.status).toBe(422)
    expect(told.sentences).toEqual([expect.stringMatching(sentence)])
    expect(told.pictures).toEqual([])
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]))
  },
)

test('a PNG whose remarks or pixels swell to 300 MB when they are unpacked takes no more memory', async () => {
  const swelling = deflateSync(Buffer.alloc(300 * MEGABYTE))
  const remark = pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), swelling]))
  const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), swelling]))
  const before = await spent()
  for (const bytes of [
    png(99, 99, Buffer.alloc(99 * 14), remark, profile),
    png(99, 99, Buffer.alloc(300 * MEGABYTE)),
  ]) {
    const body = new FormData()
    body.append('title', 'A mug')
    body.append('pictures', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    expect((await fetch(url, { method: 'POST', body })).status).toBe(201)
  }
  const after = await spent()
  expect(after.milliseconds - before.milliseconds).toBeLessThan(2 * PATIENCE_MS)
  expect(after.most - atRest).toBeLessThan(MEMORY)
})

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2)
}
