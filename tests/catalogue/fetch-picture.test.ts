import type { RequestListener } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchPicture, productPage } from '../../src/catalogue/index.ts'
import { diskMediaStore, placeholder } from '../../src/media/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'
import { listening } from '../support/house/listening.ts'
import { category, inEnglish, offer, plain } from './goods.ts'

const mug = sharp({ create: { width: 400, height: 500, channels: 3, background: '#a33' } }).png()
const answers: Record<string, RequestListener> = {
  '/mug.png': async (_req, res) => res.end(await mug.clone().toBuffer()),
  '/elsewhere': (_req, res) => res.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
  '/page.html': (_req, res) => res.end('<!doctype html>'),
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

const anywhere = () => true

describe('the job that fetches a picture', () => {
  const job = fetchPicture(diskMediaStore(config.media.folder), anywhere)
  const awaited = async (slug: string, path: string) => {
    await offer(plain(slug, { pictures: [{ source: elsewhere.url + path, alt: { en: 'A mug' } }] }))
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
