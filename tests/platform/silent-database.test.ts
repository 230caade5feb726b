import { spawn } from 'node:child_process'
import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { silence } from '../support/house/listening.ts'
import { root } from '../support/house/tree.ts'
import { until } from '../support/running-shop.ts'

const stack = new AsyncDisposableStack()
let shop: ReturnType<typeof spawn>

beforeAll(async () => {
  const hole = stack.use(await silence())
  shop = spawn(process.execPath, ['src/server.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `postgres://shop:shop@127.0.0.1:${hole.port}/shop`, REDIS_URL: '' },
    stdio: 'ignore',
  })
  stack.defer(() => void shop.kill('SIGKILL'))
  await until(
    'the shop lives',
    async () => (await asks('/health/live').catch(() => undefined))?.status === 200,
  )
})
afterAll(() => stack.disposeAsync())

test('a page says so in time, in full, and in the language of its visitor', async () => {
  const answer = await asks('/de')
  const $ = load(answer.text)
  expect(answer).toMatchObject({ status: 503, retryAfter: '10' })
  expect(answer.seconds).toBeLessThan(4)
  expect($('html').attr('lang')).toBe('de')
  expect($('h1')).toHaveLength(1)
  expect($('.site-header')).toHaveLength(1)
})

test('so does every one of many that are asked for at the same time, with a session or without', async () => {
  const paths = ['/', '/search?q=mug', '/products/oat-mug', '/basket', '/accessibility', '/nowhere']
  const cookie = { Cookie: `session=s%3Aid.${'A'.repeat(43)}; visitor=6f2d1c1e-8a0f-4c64-9d0c-2f1f6a1b5b11` }
  const answers = await Promise.all(
    [...paths, ...paths, ...paths, ...paths].map((path) => asks(path, cookie)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(answers.every(({ text }) => text.includes('<h1>'))).toBe(true)
  expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(4)
})

test('the shop lives, says that it is not ready, and is still there afterwards', async () => {
  const [live, ready] = await Promise.all([asks('/health/live'), asks('/health/ready')])
  expect(live.status).toBe(200)
  expect(ready).toMatchObject({ status: 503 })
  expect(JSON.parse(ready.text)).toMatchObject({ ready: false, database: false, staying: true })
  expect(shop.exitCode).toBeNull()
})

async function asks(path: string, headers: Record<string, string> = {}) {
  const begun = performance.now()
  const answer = await fetch(`http://127.0.0.1:${config.port}${path}`, { headers })
  const text = await answer.text()
  const seconds = (performance.now() - begun) / 1_000
  return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), text, seconds }
}
