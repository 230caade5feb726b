import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackArtifact } from '../../src/recommendations/index.ts'
import { ringSessions } from '../recommendations/shoppers.ts'
import { root } from '../support/house/tree.ts'

let folder: string
let events: string
let items: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'))
  events = join(folder, 'events.csv')
  items = join(folder, 'items.csv')
  const rows = ringSessions(800, 10).map(({ session, item, ts }) => `,${session},${item},${ts},view`)
  await writeFile(events, ['user,session,item,ts,event', ...rows].join('\n'))
  await writeFile(items, 'item,text,price\n0-1,"A bowl, of oak",3\n0-2,"A ""second"" bowl",\n')
})
afterAll(() => rm(folder, { recursive: true }))

async function runs(given: string[], input = '') {
  const child = spawn(process.execPath, ['src/commands/recommender.ts', ...given], { cwd: root })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { out, err, code: code as number }
}

test('answers line by line, in order, and says what is wrong with a line that makes no sense', async () => {
  const query = { op: 'recommend', user: '', k: 3, exclude: true, now: 1_700_100_000 }
  const { out } = await runs(
    [],
    [
      { ...query, id: 'early', items: ['3-1'] },
      { op: 'train', events: join(folder, 'none.csv'), items: null, task: 'next' },
      { op: 'train', events: items, items: null, task: 'next' },
      { op: 'train', events, items, task: 'next' },
      { ...query, id: 0, items: ['3-1', '3-2'] },
      { ...query, id: 1, items: [], candidates: ['3-1', 'of nobody'] },
      { op: 'observe', events: [{ user: '', session: 's', item: '3-1', ts: 1_700_200_000, event: 'view' }] },
      { op: 'dance' },
    ]
      .map((line) => JSON.stringify(line))
      .concat('nonsense')
      .join('\n'),
  )
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toEqual([
    { error: expect.stringContaining('Nothing has been learnt yet') },
    { error: expect.stringContaining('no such file') },
    { error: 'Line 1: The file has no column “user”.' },
    { ok: true },
    { id: 0, items: expect.arrayContaining(['3-3']), because: expect.arrayContaining(['3-2']) },
    { id: 1, items: ['3-1'], because: [null] },
    { ok: true },
    { error: expect.stringContaining('op') },
    { error: expect.stringContaining('JSON') },
  ])
  expect(lines[4].items).toHaveLength(3)
})

test('tells people how often it is right, beside what is popular', async () => {
  const { out, code } = await runs(['evaluate', events, '--items', items, '--task', 'next'])
  expect(code).toBe(0)
  const [model, popular] = ['this model', 'what is wanted lately'].map((name) =>
    Number(
      out
        .split('\n')
        .find((line) => line.includes(name))
        ?.match(/0\.\d+/)?.[0],
    ),
  )
  expect(model).toBeGreaterThan(popular!)
  expect(out).toMatch(/Learnt in [\d.]+ s; an answer takes .* ms; \d+ MiB at most/)
})

test.each([
  [['evaluate'], 'Usage'],
  [['evaluate', 'none.csv'], 'no such file'],
  [['dance', 'none.csv'], 'Usage'],
])('what makes no sense (%s) is answered with a sentence', { timeout: 30_000 }, async (given, why) => {
  const { err, code } = await runs(given)
  expect([code, err]).toEqual([1, expect.stringContaining(why)])
})

test('what it has learnt is written to a file, which says what it is', async () => {
  const model = join(folder, 'recommender.bin')
  const { out, code } = await runs(['train', events, '--items', items, '--model', model])
  expect([code, out]).toEqual([0, expect.stringMatching(/^800 sessions over \d+ items were learnt in /)])
  expect(unpackArtifact(await readFile(model)).report.sessions).toBe(800)
  expect((await runs(['train', events])).err).toContain('--model FILE')
})
