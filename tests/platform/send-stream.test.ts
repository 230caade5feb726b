import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { sendStream } from '../../src/platform/send-stream.ts'

async function appThatSends(pieces: () => AsyncGenerator<string>) {
  const failures: unknown[] = []
  let answered = () => {}
  const done = new Promise<void>((resolve) => {
    answered = resolve
  })
  const app = express()
  app.get('/', async (_req, res) => {
    try {
      await sendStream(res, 'text/plain', pieces())
    } finally {
      answered()
    }
  })
  const keep: ErrorRequestHandler = (error, _req, res, _next) => {
    failures.push(error)
    if (res.headersSent) res.destroy()
    else res.status(503).send('later')
  }
  app.use(keep)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, failures, done }
}

test('pieces arrive in their order', async () => {
  const { url } = await appThatSends(async function* () {
    yield 'one, '
    yield 'two'
  })
  expect(await (await fetch(url)).text()).toBe('one, two')
})

test('a failure before the first piece is answered as one', async () => {
  const { url } = await appThatSends(async function* () {
    yield await Promise.reject<string>(new Error('the database is silent'))
  })
  expect((await fetch(url)).status).toBe(503)
})

test('a later failure breaks the answer off instead of ending it', async () => {
  const { url, failures } = await appThatSends(async function* () {
    yield 'half'
    throw new Error('the database is silent')
  })
  const answer = await fetch(url)
  await expect(answer.text()).rejects.toThrow()
  expect(failures).toHaveLength(1)
})

test('no more is made than is taken, and nothing once nobody listens, which is no failure', async () => {
  let made = 0
  let isEnded = false
  const { url, failures, done } = await appThatSends(async function* () {
    try {
      for (; made < 10_000; made++) yield 'x'.repeat(100_000)
    } finally {
      isEnded = true
    }
  })
  const leaving = new AbortController()
  const answer = await fetch(url, { signal: leaving.signal })
  await answer.body!.getReader().read()
  leaving.abort()
  await done
  expect(made).toBeLessThan(1_000)
  expect(isEnded).toBe(true)
  expect(failures).toEqual([])
})
