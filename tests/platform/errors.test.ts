import { load } from 'cheerio'
import { urlencoded } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { HttpError, NotFound, Unavailable } from '../../src/platform/errors.ts'
import { listening } from '../support/house/listening.ts'
import { smallApp } from '../support/house/small-app.ts'

const secret = 'column "password" of relation "people" does not exist'
const faults: Record<string, () => unknown> = {
  '/surprise': () => new Error(secret),
  '/word': () => secret,
  '/gone': () => new HttpError(410, 'No longer sold'),
  '/unavailable': () => new Unavailable('The database', { cause: new Error(secret) }),
  '/refused': () => Object.assign(new Error(secret), { name: 'SequelizeConnectionRefusedError' }),
  '/timeout': () => Object.assign(new Error(secret), { original: { code: '57014' } }),
  '/not-found': () => new NotFound('product'),
}

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let app: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  shop = await listening(createApp(deps))
  app = await listening(
    smallApp((routes) => {
      routes.get('/half', (_req, res) => {
        res.write('half a page')
        throw new Error(secret)
      })
      routes.get('/*path', (req) => {
        const fault = faults[req.path]
        if (fault) throw fault()
      })
      routes.post('/form', urlencoded({ extended: false, limit: '10kb' }), (_req, res) => res.end())
    }),
  )
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await shop[Symbol.asyncDispose]()
  await deps.close()
})

test('a page that is not there says so, with its reference', async () => {
  const answer = await shop.get('/nowhere')
  const $ = load(await answer.text())
  expect(answer.status).toBe(404)
  expect($('h1').text()).toBe('We have no such page')
  expect($('.numbers').text()).toBe(answer.headers.get('X-Request-Id'))
  expect($('.site-header')).toHaveLength(1)
})

test('it says so in German under a German address', async () => {
  const $ = load(await (await shop.get('/de/nowhere')).text())
  expect($('html').attr('lang')).toBe('de')
  expect($('h1').text()).not.toBe('We have no such page')
})

test('an address that cannot be decoded is a bad request, not a fault of ours', async () => {
  expect((await shop.get('/products/%E0%A4%A')).status).toBe(400)
})

test('a static file that is not there is a plain 404', async () => {
  const answer = await shop.get('/assets/nowhere.css')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('404')
})

test('a webhook that nobody signed is refused in words, for no page is wanted', async () => {
  const answer = await fetch(`${shop.url}/webhooks/stripe`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(400)
})

test.each([
  ['/surprise', 500, 'Something broke on our side'],
  ['/word', 500, 'Something broke on our side'],
  ['/unavailable', 503, 'One moment, please'],
  ['/refused', 503, 'One moment, please'],
  ['/timeout', 503, 'One moment, please'],
  ['/gone', 410, 'We no longer sell this'],
  ['/not-found', 404, 'We have no such page'],
])('%s is a page with status %i, a reference and no detail', async (path, status, heading) => {
  const answer = await app.get(path)
  const html = await answer.text()
  const $ = load(html)
  expect(answer.status).toBe(status)
  expect($('h1').text()).toBe(heading)
  expect($('.numbers').text()).toBe(answer.headers.get('X-Request-Id'))
  expect(html).not.toContain('password')
  expect(answer.headers.get('Retry-After')).toBe(status === 503 ? '10' : null)
})

test.each([
  ['/surprise', 500, 'Internal Server Error'],
  ['/unavailable', 503, 'Service Unavailable'],
  ['/not-found', 404, 'Not Found'],
])('%s is problem details for who asks for JSON', async (path, status, title) => {
  const answer = await app.get(path, { Accept: 'application/json' })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toMatch('application/problem+json')
  const problem = await answer.json()
  expect(problem).toMatchObject({ title, status, reference: answer.headers.get('X-Request-Id') })
  expect(JSON.stringify(problem)).not.toContain('password')
})

test('a form that is too large is refused as such', async () => {
  expect((await app.post('/form', { text: 'x'.repeat(20_000) })).status).toBe(413)
})

test('an answer that has begun is broken off, so that nobody takes a half for the whole', async () => {
  await expect(app.get('/half').then((answer) => answer.text())).rejects.toThrow()
})
