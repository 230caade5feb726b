import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { download } from '../../src/catalogue/download.ts'
import { diskMediaStore, fetchPicture, productPage } from '../../src/catalogue/index.ts'
import { placeholder } from '../../src/catalogue/placeholder.ts'
import { isPublicAddress } from '../../src/catalogue/public-address.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'
import { category, inEnglish, offer, plain } from './goods.ts'

const answers: Record<string, RequestListener> = {
  '/mug.png': async (_req, res) =>
    res.end(
      await sharp({ create: { width: 400, height: 500, channels: 3, background: '#a33' } })
        .png()
        .toBuffer(),
    ),
  '/elsewhere': (_req, res) => res.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
  '/gone': (_req, res) => res.writeHead(404).end(),
  '/busy': (_req, res) => res.writeHead(503).end(),
  '/endless': (_req, res) => {
    const more = () => res.write(Buffer.alloc(65_536), (error) => !error && more())
    more()
  },
  '/silent': () => {},
  '/page.html': (_req, res) => res.end('<!doctype html>'),
}

let server: Server
let host: string
let asked = 0

beforeAll(async () => {
  server = createServer((req, res) => {
    asked += 1
    answers[req.url!]!(req, res)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const anywhere = () => true
const limits = { bytes: 1_000_000, milliseconds: 1_000 }
const fetched = (path: string) => download(host + path, { ...limits, allows: anywhere })

describe('fetching from an address that a stranger gave', () => {
  test('takes what is there', async () => {
    const answer = await fetched('/mug.png')
    expect(answer).toMatchObject({ body: expect.any(Buffer) })
  })

  test('follows nobody elsewhere, and gives up on what is not there', async () => {
    expect(await fetched('/elsewhere')).toEqual({ refused: 'answer' })
    expect(await fetched('/gone')).toEqual({ refused: 'answer' })
  })

  test('stops reading at the limit of bytes', async () => {
    expect(await fetched('/endless')).toEqual({ refused: 'size' })
  })

  test('fails, to be tried again, when the other side is busy or silent', async () => {
    await expect(fetched('/busy')).rejects.toThrow('503')
    await expect(
      download(`${host}/silent`, { ...limits, milliseconds: 200, allows: anywhere }),
    ).rejects.toThrow()
  })

  test.each([
    'file:///etc/passwd',
    'ftp://example.com/x.png',
    'http://user:secret@example.com/x.png',
    'not an address',
    'http://127.0.0.1/x.png',
    'http://2130706433/x.png',
    'http://0x7f.1/x.png',
    'http://[::1]/x.png',
    'http://[::ffff:127.0.0.1]/x.png',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/x.png',
    'http://192.168.0.1/x.png',
  ])('does not ask %s', async (address) => {
    expect(await download(address, limits)).toEqual({ refused: 'address' })
  })

  test('does not ask this machine under a name of its own either', async () => {
    const before = asked
    const { port } = new URL(host)
    expect(await download(`http://localhost:${port}/mug.png`, limits)).toEqual({ refused: 'address' })
    expect(asked).toBe(before)
  })

  test('knows the open internet from what is not', () => {
    const open = ['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111']
    const closed = [
      '100.64.0.1',
      '172.31.255.255',
      '224.0.0.1',
      '255.255.255.255',
      '0.0.0.0',
      '::',
      'fe80::1',
      'fd00::1',
    ]
    const carriers = ['::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::']
    expect(open.filter(isPublicAddress)).toEqual(open)
    expect([...closed, ...carriers, 'example.com', ''].filter(isPublicAddress)).toEqual([])
  })
})

describe('the job that fetches a picture', () => {
  const job = fetchPicture(diskMediaStore(config.media.folder), anywhere)
  const awaited = async (slug: string, path: string) => {
    await offer(plain(slug, { pictures: [{ source: host + path, alt: { en: 'A mug' } }] }))
    const picture = await row<{ id: number }>('select max(id) as id from catalogue.pictures')
    return picture!.id
  }
  const keyOf = async (slug: string) => {
    const page = await productPage({ slug, ...inEnglish })
    return page!.choice.picture.src.split('/')[2]
  }

  beforeAll(async () => {
    await category('kitchen')
  })

  test('is asked for when the product is saved, and hangs the picture in the place of the empty plate', async () => {
    const pictureId = await awaited('mug', '/mug.png')
    const [queued] = await rows<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs job
       join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'picture.wanted'`,
    )
    expect(queued?.payload).toEqual({ pictureId })
    expect(await keyOf('mug')).toBe(placeholder.key)
    await job({ pictureId })
    const page = await productPage({ slug: 'mug', ...inEnglish })
    expect(page?.choice.picture).toMatchObject({ alt: 'A mug', width: 400, height: 500, colour: '#a83838' })
  })

  test('asks once, and is not undone when the product is saved again', async () => {
    const before = asked
    const [kept] = await rows<{ id: number }>('select id from catalogue.pictures')
    await job({ pictureId: kept!.id })
    await awaited('mug', '/mug.png')
    expect(asked).toBe(before)
    expect(await keyOf('mug')).not.toBe(placeholder.key)
  })

  test('leaves the empty plate where there is no picture at the address', async () => {
    await job({ pictureId: await awaited('page', '/page.html') })
    await job({ pictureId: await awaited('moved', '/elsewhere') })
    expect([await keyOf('page'), await keyOf('moved')]).toEqual([placeholder.key, placeholder.key])
  })

  test('has nothing to do for a picture that has been taken down', async () => {
    await expect(job({ pictureId: 999_999 })).resolves.toBeUndefined()
  })
})
