import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { download } from '../../src/media/download.ts'
import { isPublicAddress } from '../../src/media/public-address.ts'
import { listening } from '../support/house/listening.ts'

const answers: Record<string, RequestListener> = {
  '/mug.png': (_req, res) => res.end('the bytes of a mug'),
  '/elsewhere': (_req, res) => res.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
  '/gone': (_req, res) => res.writeHead(404).end(),
  '/busy': (_req, res) => res.writeHead(503).end(),
  '/endless': (_req, res) => {
    const more = () => res.write(Buffer.alloc(65_536), (error) => !error && more())
    more()
  },
  '/silent': () => {},
}

let elsewhere: Awaited<ReturnType<typeof listening>>
let asked = 0

beforeAll(async () => {
  elsewhere = await listening((req, res) => {
    asked += 1
    answers[req.url!]!(req, res)
  })
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const limits = { bytes: 1_000_000, milliseconds: 1_000 }
const fetched = (path: string) => download(elsewhere.url + path, { ...limits, allows: () => true })

describe('fetching from an address that a stranger gave', () => {
  test('takes what is there', async () => {
    const answer = await fetched('/mug.png')
    expect(answer).toEqual({ refused: undefined, body: Buffer.from('the bytes of a mug') })
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
      download(`${elsewhere.url}/silent`, { ...limits, milliseconds: 200, allows: () => true }),
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
    const { port } = new URL(elsewhere.url)
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
