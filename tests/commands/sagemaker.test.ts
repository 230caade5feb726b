import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ringSessions } from '../recommendations/shoppers.ts'
import { root as house } from '../support/house/tree.ts'
import { until } from '../support/running-shop.ts'
import { freePorts } from '../support/services/ports.ts'

let root: string
let serving: ChildProcess | undefined
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'opt-ml-'))
  for (const folder of ['input/config', 'input/data/train', 'input/data/items'])
    await mkdir(join(root, folder), { recursive: true })
})
afterEach(async () => {
  serving?.kill('SIGKILL')
  serving = undefined
  await rm(root, { recursive: true })
})

const writes = (file: string, lines: string[]) => writeFile(join(root, file), lines.join('\n'))

async function givesEvents() {
  const rows = ringSessions(800, 10).map(({ session, item, ts }) => `,${session},${item},${ts},view`)
  const half = rows.findIndex((row) => row.startsWith(',400,'))
  const heading = 'user,session,item,ts,event'
  await writes('input/data/train/part-1.csv', [heading, ...rows.slice(0, half)])
  await writes('input/data/train/part-2.csv', [heading, ...rows.slice(half)])
  await writes('input/data/items/items.csv', ['item,text', 'new-1,A bowl of oak', '3-1,A bowl of oak'])
  await writes('input/config/hyperparameters.json', ['{"task": "next"}'])
}

function program(...given: string[]): ChildProcess {
  return spawn(process.execPath, ['src/commands/sagemaker.ts', ...given, '--root', root], {
    cwd: house,
    env: { PATH: process.env.PATH },
  })
}

async function runs(...given: string[]) {
  const child = program(...given)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close'),
  ])
  return { out, err, code: code as number }
}

async function serves(port: number): Promise<ChildProcess> {
  const child = program('serve', '--port', String(port))
  serving = child
  const pings = () =>
    fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until('it is served', pings, 45)
  return child
}

test('trains from the folders of a container, and serves what it has learnt until it is told to end', async () => {
  await givesEvents()
  const { out, code } = await runs('train')
  expect(code, out).toBe(0)
  expect(Number(/validation:recall=([\d.]+);/.exec(out)?.[1])).toBeGreaterThan(0.5)

  const port = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const served = await serves(port)
  const asks = (body: string) => fetch(`${url}/invocations`, { method: 'POST', body })
  const answer = await asks(
    JSON.stringify({ items: ['3-1', '3-2'], k: 3, exclude: true, now: 1_700_100_000 }),
  )
  const { items, because } = (await answer.json()) as { items: string[]; because: (string | null)[] }
  expect(items).toHaveLength(3)
  expect(items).toContain('3-3')
  expect(because[items.indexOf('3-3')]).toBe('3-2')

  expect((await asks('{"items": 3}')).status).toBe(400)
  expect((await asks('{"items"')).status).toBe(400)
  expect((await asks(JSON.stringify({ items: ['x'.repeat(2_000_000)] }))).status).toBe(413)
  expect((await fetch(`${url}/models`)).status).toBe(404)

  const second = await runs('serve', '--port', String(port))
  expect([second.code, second.err]).toEqual([1, expect.stringMatching(/^listen EADDRINUSE.*\n$/)])

  served.kill('SIGTERM')
  expect(await once(served, 'exit')).toEqual([0, null])
})

test.each([
  ['there are no events', async () => {}, 'There are no events under input/data/train.'],
  [
    'a row makes no sense',
    () => writes('input/data/train/a.csv', ['user,session,item,ts,event', ',1,mug,today,view']),
    'Line 2: The row needs an item, and seconds since 1970.',
  ],
  [
    'a hyperparameter is unknown',
    () => writes('input/config/hyperparameters.json', ['{"task": "dance"}']),
    'A hyperparameter is wrong: ✖ Invalid option: expected one of "next"',
  ],
])('where %s, the reason is where SageMaker looks for it', async (_what, gives, reason) => {
  await gives()
  expect((await runs('train')).code).toBe(1)
  expect(await readFile(join(root, 'output/failure'), 'utf8')).toContain(reason)
})

test('an endpoint that is there before its first model says that it has none', async () => {
  const port = await freePorts(1)
  await serves(port)
  const answer = await fetch(`http://127.0.0.1:${port}/invocations`, {
    method: 'POST',
    body: '{"items":[],"k":3}',
  })
  expect([answer.status, await answer.json()]).toEqual([503, { error: 'There is no model yet.' }])
})

test('a damaged model is not served', async () => {
  await mkdir(join(root, 'model'))
  await writes('model/recommender.bin', ['user,session,item,ts,event'])
  const { err, code } = await runs('serve', '--port', '0')
  expect(code).toBe(1)
  expect(err.trim()).toBe('The file is no model of a recommender.')
})

test('nonsense is answered by how it is used', async () => {
  const { err, code } = await runs('dance')
  expect([code, err]).toEqual([1, expect.stringContaining('Usage: sagemaker train|serve')])
})
